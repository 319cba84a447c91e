package org.cachette.backend;

import java.util.Optional;

/** The backends of an application's caches, for a backend that is made of others. Used while caches are made only. */
@FunctionalInterface
public interface NamedBackends {

    /** An application with no other caches. */
    NamedBackends NONE = cache -> Optional.empty();

    /** The backend of the cache of that name; empty when there is none, or when it is itself made of the one that asks. */
    Optional<Backend<?>> find(String cache);
}
