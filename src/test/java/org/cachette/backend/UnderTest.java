package org.cachette.backend;

import java.time.Duration;
import org.cachette.Cache;
import org.cachette.named.NamedCaches;

/** What the parts of the contract ask of the one who tests a backend. */
public interface UnderTest {

    /** A cache with default settings on an empty store. */
    Cache cache();

    /**
     * Caches on one store, which is emptied. Settings come in turn with their values, as {@code default.version};
     * each cache that a setting names is there, and always {@code default}. Failures are thrown.
     */
    NamedCaches caches(String... settings);

    /** Lets the time pass by which entries expire. Durations are a few seconds at most. */
    void passTime(Duration duration);
}
