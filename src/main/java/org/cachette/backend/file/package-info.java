/**
 * The backend {@code file}: one file per entry, directly in the directory that {@code location} names. Caches of one
 * application on one location share one store; other applications and processes of this machine may use it too. Ours
 * alone; reached by its name in {@code cachette.caches.<name>.backend}.
 *
 * <p>A file never changes once it has its name: each write is a new file that is moved into place. So a reader, which
 * takes no lock, sees one write whole, also when the writer is killed. Whoever writes or deletes a key holds a lock on
 * it against the other threads and processes, so that {@code add} and {@code incr} are atomic among all of them, where
 * the file system has locks (all local ones, and NFS from version 4).
 */
@NullMarked
package org.cachette.backend.file;

import org.jspecify.annotations.NullMarked;
