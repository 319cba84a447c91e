package org.cachette.backend.tiered;

import java.util.function.Supplier;
import org.cachette.CacheException;
import org.cachette.backend.Backend;
import org.cachette.backend.Rest;
import org.cachette.backend.Trouble;

/**
 * The store that has the entries. It fails by itself, so that copies are served meanwhile: then operations have the
 * result that stands for a failure, one warning tells of it, and nobody waits for a store that failed a moment ago. One
 * that is full is still read and deleted from.
 */
final class Far<F> {

    private final Backend<F> store;
    private final boolean throwing;
    private final Trouble trouble;
    private final Rest asking = new Rest();
    private final Rest storing = new Rest();

    /** With throwing, failures are exceptions. */
    Far(Backend<F> store, String cache, String farCache, boolean throwing) {
        this.store = store;
        this.throwing = throwing;
        this.trouble = new Trouble(
                "The far store \"" + farCache + "\" of cache \"" + cache
                        + "\" fails; until it works again only near copies are found",
                "The far store \"" + farCache + "\" of cache \"" + cache + "\" works again.",
                throwing);
    }

    Backend<F> store() {
        return store;
    }

    /** The result of an operation that needs no room. */
    <T> T ask(T whenFailing, Supplier<T> operation) {
        return attempt(asking, whenFailing, operation);
    }

    /** The same for one that a full store fails. */
    <T> T store(T whenFailing, Supplier<T> operation) {
        return attempt(asking.isResting() ? asking : storing, whenFailing, operation);
    }

    private <T> T attempt(Rest rest, T whenFailing, Supplier<T> operation) {
        if (throwing) {
            return operation.get();
        }
        if (!rest.allows(System.nanoTime())) {
            return whenFailing;
        }
        try {
            T result = operation.get();
            rest.succeeded();
            trouble.over();
            return result;
        } catch (CacheException | ArithmeticException e) {
            rest.succeeded(); // it has answered
            throw e;
        } catch (RuntimeException e) {
            rest.failed(System.nanoTime());
            trouble.arose(e);
            return whenFailing;
        }
    }
}
