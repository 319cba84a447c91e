package org.cachette;

import org.cachette.http.CacheDirectives;

/**
 * The response of the current request, before it is there: what is said here is patched into its headers and obeyed
 * by the page cache. Injectable anywhere; to be used on the request's own thread, while a JAX-RS request is being
 * answered.
 *
 * <p>What is said while the body is already on its way to the client cannot change its headers any more; the response
 * is then not stored, and one warning says so.
 *
 * <p>Each method throws {@link IllegalStateException} outside a JAX-RS request and on another thread than its own.
 */
public interface CurrentResponse {

    /**
     * Adds request header names to {@code Vary}. Django: {@code patch_vary_headers}.
     *
     * @throws IllegalArgumentException when a name is neither a header name nor {@code *}
     */
    void varyOn(String... headerNames);

    /**
     * Adds {@code Cookie} to {@code Vary}. The names say on which cookies the response depends, and pages are kept apart
     * by these alone unless something else varies on {@code Cookie}; without names on the whole field. Django:
     * {@code vary_on_cookie}.
     *
     * @throws IllegalArgumentException when a name is not a cookie name
     */
    void varyOnCookie(String... cookieNames);

    /** Merges directives into {@code Cache-Control} as {@link org.cachette.http.HeaderPatch#cacheControl} does. */
    void cacheControl(CacheDirectives directives);

    /** Makes the response one that nobody stores. Django: {@code add_never_cache_headers}. */
    void neverCache();

    /** Leaves the headers as they are, but the page cache stores no entry. */
    void dontStore();
}
