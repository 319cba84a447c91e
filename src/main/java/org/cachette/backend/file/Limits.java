package org.cachette.backend.file;

/**
 * What caches on one location have to agree on.
 *
 * @param maxEntries from which number on a write culls
 * @param cullFrequency a cull drops one in so many entries, at least one; 0: all
 * @param maxEntryBytes how long a file may be; a longer one is neither written nor read
 * @param timeLimit in milliseconds, for which a write waits for another one of the same key
 */
record Limits(int maxEntries, int cullFrequency, long maxEntryBytes, long timeLimit) {}
