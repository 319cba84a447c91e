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

    /**
     * Tells some caches alone, in place of {@code Cache-Control}, such as those that obey {@code CDN-Cache-Control} (RFC
     * 9213). What anybody else who takes part in the answer restricts is restricted there too.
     *
     * @param field the name of the response header field; it ends in {@code -Cache-Control}
     * @throws IllegalArgumentException for another name, and for a directive that has no form there
     */
    void cacheControl(String field, CacheDirectives directives);

    /**
     * Says that the response is in these groups of pages, which are dropped together ({@code Cache-Groups}, RFC 9875).
     * Where they are too many or too long to be told to caches, the field is left out, one warning says so, and the
     * response is not stored.
     *
     * @throws IllegalArgumentException when a name is empty or has other characters than printable ASCII
     */
    void inGroups(String... groups);

    /** Makes the response one that nobody stores. Django: {@code add_never_cache_headers}. */
    void neverCache();

    /** Leaves the headers as they are, but the page cache stores no entry. */
    void dontStore();
}
