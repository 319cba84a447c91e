package org.cachette.backend;

import java.util.Set;

/**
 * Makes the backends of one kind. {@code cachette.caches.<name>.backend} names the class, which needs a public
 * constructor without arguments. An application has one instance of each factory, so caches on the same location can
 * share what they need to share through it. Called by the one thread that deploys.
 */
public interface BackendFactory {

    /** The names of the options that these backends know; another one fails the deployment. */
    Set<String> options();

    /**
     * A backend for the cache that the settings name. Says what is wrong with the settings through
     * {@link BackendSettings#problems}, and gives a backend all the same, which is then closed and never used. Opens
     * no connections.
     */
    Backend<?> create(BackendSettings settings);
}
