/**
 * The backend {@code redis}: entries in one Redis, a primary with replicas, one that sentinels watch, or a cluster; Jedis
 * speaks the protocol. Ours alone; reached by its name in {@code cachette.caches.<name>.backend}.
 *
 * <p>From below: {@code DeadlineSocket} is a socket on which nobody waits longer than the time limit; {@code Node} keeps
 * connections to one server; a {@code Topology} says which node has which key; {@code RedisBackend} makes the cache's
 * operations of all that, and {@code Subscription} hears what others change.
 */
@NullMarked
package org.cachette.backend.redis;

import org.jspecify.annotations.NullMarked;
