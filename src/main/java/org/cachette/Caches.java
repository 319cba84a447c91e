package org.cachette;

import java.util.Set;

/**
 * The named caches of the application. Injectable; safe for use by several threads. Django:
 * {@code django.core.cache.caches}.
 */
public interface Caches {

    /**
     * The cache of that name; the same object each time.
     *
     * @throws CacheConfigurationException when no cache of that name is configured; the message names those that are
     */
    Cache get(String name);

    /** The cache named {@code default}. Django: {@code django.core.cache.cache}. */
    Cache getDefault();

    /** The names of the configured caches. */
    Set<String> names();
}
