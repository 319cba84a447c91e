package org.cachette;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of pages that are made once and used by many pages. Injectable anywhere; also for use outside a request. Safe for
 * use by several threads.
 *
 * <p>A fragment is known by its name and the values it varies on, which count as text; the same name and values are the
 * same fragment wherever it is used. Fragments are in the cache named {@code fragments} if one is configured, else in the
 * one named {@code default}, unless another one is chosen by {@link #using}.
 *
 * <p>A text with the id of the current request's session in it, or with a {@code ;jsessionid=}, is not kept: it is for the
 * one who asked.
 *
 * <p>What is said through {@link CurrentResponse} or by annotations while a fragment is rendered is kept with it and holds
 * for every page it stands in, also when it comes from the cache: the page varies on its fields too, is private when one of
 * its fragments is, and lives no longer than the first of them. Directives that widen the use of a response, such as
 * {@code public}, are not handed on: a piece cannot speak for the page. All this is for the request's own thread; on
 * another one fragments work, but the page does not learn of them.
 *
 * <p>Django: the template tag {@code cache}.
 */
public interface Fragments {

    /**
     * The fragment: from the cache, or made by the body and kept. One rendering at a time per fragment and process. A body
     * that fails leaves nothing in the cache; a cache that fails is a miss.
     *
     * @param name any text
     * @param timeout how long it may be used; {@link Timeout#NONE} renders it every time, and a page with it is not kept
     * @param body gives the text, which may be empty; its exception is the caller's
     * @param varyOn further parts of what it is known by; null differs from any text
     * @throws CacheException when the body asks for this very fragment
     * @throws IllegalArgumentException when one of the values has no {@code toString} of its own
     */
    String render(String name, Timeout timeout, Supplier<String> body, @Nullable Object... varyOn);

    /**
     * The key under which its cache keeps the fragment. Django: {@code make_template_fragment_key}.
     *
     * @throws IllegalArgumentException when one of the values has no {@code toString} of its own
     */
    String key(String name, @Nullable Object... varyOn);

    /**
     * Drops the fragment. A rendering that began before is not kept, and no call that begins after this one gets it, in
     * this process.
     *
     * @return whether it was in the cache
     * @throws IllegalArgumentException when one of the values has no {@code toString} of its own
     */
    boolean invalidate(String name, @Nullable Object... varyOn);

    /**
     * The fragments of another cache.
     *
     * @throws CacheConfigurationException when no cache has that name; the message names those there are
     */
    Fragments using(String cacheName);
}
