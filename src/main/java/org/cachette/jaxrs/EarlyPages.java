package org.cachette.jaxrs;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The pages whose way through JAX-RS is known. Safe for use by several threads. */
final class EarlyPages {

    private static final int MOST = 2_000;

    private final ConcurrentMap<Key, EarlyPage> pages = new ConcurrentHashMap<>();

    /**
     * By which JAX-RS chooses the method for a GET without content.
     *
     * @param url as sent, with its query
     * @param accept the lines of {@code Accept}
     */
    record Key(String url, List<String> accept) {}

    @Nullable
    EarlyPage get(Key key) {
        return pages.get(key);
    }

    /** When there are too many all are forgotten: they are learned again from the next hit. */
    private void put(Key key, EarlyPage page) {
        if (pages.size() >= MOST) {
            pages.clear();
        }
        pages.put(key, page);
    }

    /** For a request that goes on to JAX-RS. */
    Ticket ticket(Key key) {
        return new Ticket(this, key);
    }

    /** What a request on its way into JAX-RS carries, so that it is known next time. */
    record Ticket(EarlyPages pages, Key key) {

        /** The request property in which it is. */
        static final String PROPERTY = "org.cachette.early-page";

        /** Whether the request is still the one that came: none that was forwarded, or rewritten. */
        boolean isFor(String url) {
            return key.url().equals(url);
        }

        void learn(EarlyPage page) {
            pages.put(key, page);
        }
    }
}
