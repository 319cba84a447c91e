package org.cachette.backend.memory;

/**
 * What caches on one location have to agree on.
 *
 * @param maxEntries from which number on a write culls
 * @param cullFrequency a cull drops one in so many entries, at least one; 0: all
 * @param maxBytes of strings, byte arrays and stored responses together; {@link #UNBOUNDED} when not limited
 * @param shareValues whether all values are kept by reference
 */
record Limits(int maxEntries, int cullFrequency, long maxBytes, boolean shareValues) {

    static final long UNBOUNDED = Long.MAX_VALUE;
}
