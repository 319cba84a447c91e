/**
 * The backend {@code memcached}: entries in one memcached or a ring of several, by a client of our own that speaks the
 * meta protocol over TCP and unix sockets. Ours alone; reached by its name in {@code cachette.caches.<name>.backend}.
 *
 * <p>From below: {@code Request} and {@code AnswerReader} are the protocol, without I/O; {@code Connection} carries the
 * calls of all threads to one server; {@code Node} opens it and lets a failing server rest; {@code KetamaRing} says
 * which node has which key; {@code MemcachedBackend} makes the cache's operations of all that.
 */
@NullMarked
package org.cachette.backend.memcached;

import org.jspecify.annotations.NullMarked;
