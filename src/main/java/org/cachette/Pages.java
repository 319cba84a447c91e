package org.cachette;

import java.net.URI;
import java.util.Optional;

/**
 * The stored pages of the application, to be dropped when what they show has changed: in every cache and under every key
 * prefix that a page policy names, by annotation or by settings. Injectable anywhere. Safe for use by several threads.
 *
 * <p>A page that was begun before one of these methods was called is not found any more after it has returned, also where
 * it is stored later. Of a single page this holds in this process; of prefixes and {@link #clear} it holds for all
 * processes that share the store and inject this type. Nothing but pages is dropped. A store that fails is told of in the
 * log; no method throws on its account.
 *
 * <p>A URI without scheme and host means those of the request that is being answered on this thread. Each method that
 * takes a URI throws {@link IllegalArgumentException} where there is none, or where such a URI is no path from the root.
 */
public interface Pages {

    /**
     * Drops a page, with all its variants: for GET and HEAD, and for whatever request headers it varies on.
     *
     * @param uri with the query as the page is asked for; another query is another page
     * @return whether it was stored
     */
    boolean invalidate(URI uri);

    /**
     * Drops the pages whose URI begins with these characters: {@code /topics} means {@code /topics?page=2} and
     * {@code /topics-of-today} too, {@code /topics/} neither of them.
     *
     * @return how many pages were dropped; -1 where the store can't count them, as none of ours can
     */
    long invalidatePrefix(URI prefix);

    /**
     * The key under which its cache keeps the page, or the list of what its variants differ in; empty when nothing is
     * stored. Django: {@code get_cache_key}.
     */
    Optional<String> key(URI uri);

    /** Drops all pages. */
    void clear();
}
