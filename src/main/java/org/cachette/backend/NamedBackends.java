package org.cachette.backend;

import java.util.Optional;

/** Finds the stores of an application's caches, for a backend that is made of others. Used while caches are made only. */
@FunctionalInterface
public interface NamedBackends {

    /** An application with no other caches. */
    NamedBackends NONE = cache -> Optional.empty();

    /**
     * A backend for the full keys of the cache that asks, on the store of the cache of that name and with its settings;
     * empty when there is none, or when it is itself made of the one that asks. It belongs to the one that asks, who
     * closes it.
     */
    Optional<Backend<?>> find(String cache);
}
