package org.cachette.jaxrs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The pages whose way through JAX-RS is known. Safe for use by several threads. */
final class EarlyPages {

    private static final Logger LOG = System.getLogger("org.cachette.jaxrs");

    private static final int MOST = 2_000;

    /** Fields of requests with content, or that want something else than an answer. */
    private static final List<String> FOR_OTHERS = List.of("content-type", "transfer-encoding", "upgrade");

    private final ConcurrentMap<Key, EarlyPage> pages = new ConcurrentHashMap<>();

    /**
     * By which JAX-RS chooses the method for a GET without content.
     *
     * @param url as sent, with its query
     * @param accept the lines of {@code Accept}
     */
    record Key(String url, List<String> accept) {}

    /**
     * What a GET without credentials is answered with; null where it is for JAX-RS. What goes wrong here goes wrong there
     * again, where the application may have an answer to it.
     *
     * @param url as sent, with its query
     * @param fields found without regard to case
     * @param nobody whether nothing but the request is known of who sent it; asked only where there may be an answer
     * @param learner takes what the request is to carry into JAX-RS, where nothing is known of it yet
     */
    EarlyPage.@Nullable Answer answer(
            String url, Map<String, List<String>> fields, BooleanSupplier nobody, Consumer<Ticket> learner) {
        for (String field : FOR_OTHERS) {
            if (fields.containsKey(field)) {
                return null;
            }
        }
        Key key = new Key(url, fields.getOrDefault("accept", List.of()));
        EarlyPage page = pages.get(key);
        if (page == null) {
            learner.accept(new Ticket(this, key));
            return null;
        }
        try {
            return nobody.getAsBoolean() ? page.answer(fields) : null;
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "a hit is left to JAX-RS", e);
            return null;
        }
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
    }
}
