package org.cachette.jaxrs;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The pages whose way through JAX-RS is known. Safe for use by several threads. */
final class EarlyPages {

    private static final int MOST = 2_000;

    private final ConcurrentMap<Key, EarlyPage> pages = new ConcurrentHashMap<>();
    private volatile boolean wanted = true;

    /**
     * By which JAX-RS chooses the method for a GET without content.
     *
     * @param url as sent, with its query
     * @param accept the lines of {@code Accept}
     */
    record Key(String url, List<String> accept) {}

    /**
     * A GET without credentials, with what is known of it.
     *
     * @param url as sent, with its query
     * @param fields found without regard to case
     */
    EarlyRequest request(String url, Map<String, List<String>> fields) {
        Key key = new Key(url, fields.getOrDefault("accept", List.of()));
        return new EarlyRequest(new Ticket(this, key), fields, pages.get(key));
    }

    /** Whether there is anything to remember; until the first hit says otherwise nobody knows. */
    boolean areWanted() {
        return wanted;
    }

    /** When there are too many all are forgotten: they are learned again from the next hit. */
    private void put(Key key, EarlyPage page) {
        if (pages.size() >= MOST) {
            pages.clear();
        }
        pages.put(key, page);
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

        /** To be told where all hits are for JAX-RS: then none of its requests carries anything. */
        void wantNone() {
            pages.wanted = false;
        }
    }
}
