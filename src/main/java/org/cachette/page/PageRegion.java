package org.cachette.page;

/**
 * Where pages are kept apart from other pages.
 *
 * @param cache the name of the cache
 * @param keyPrefix what their keys begin with; may be empty
 */
public record PageRegion(String cache, String keyPrefix) {}
