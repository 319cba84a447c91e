package org.cachette.named;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.cachette.CacheException;
import org.cachette.backend.UnreadableEntryException;
import org.cachette.config.OnError;

/**
 * What happens when a store fails: a miss, one warning per outage, and no waiting until it works again; or an
 * exception. What the caller did wrong is an exception in either case, an entry that cannot be read a miss.
 */
final class FailurePolicy {

    private static final System.Logger LOG = System.getLogger(FailurePolicy.class.getName());

    private final String cache;
    private final boolean failuresAreMisses;
    private final Outage outage;
    private final Circuit asking;
    private final Circuit storing;
    private final AtomicBoolean toldUnreadable = new AtomicBoolean();

    FailurePolicy(String cache, OnError onError, InstantSource clock) {
        this.cache = cache;
        this.failuresAreMisses = onError == OnError.MISS;
        this.outage = new Outage(cache, clock);
        this.asking = new Circuit(clock);
        this.storing = new Circuit(clock);
    }

    /** The result of an operation that needs no room in the store, or what stands for it when the store fails. */
    <T> T ask(T whenFailing, Supplier<T> operation) {
        return mayAsk() ? attempt(asking, whenFailing, operation) : whenFailing;
    }

    /** The same for an operation that a full store fails, which can still be asked and is to delete what it is told. */
    <T> T store(T whenFailing, Supplier<T> operation) {
        if (asking.isOpen()) {
            return ask(whenFailing, operation);
        }
        return storing.allows() ? attempt(storing, whenFailing, operation) : whenFailing;
    }

    private <T> T attempt(Circuit circuit, T whenFailing, Supplier<T> operation) {
        try {
            T result = operation.get();
            circuit.succeeded();
            outage.succeeded();
            return result;
        } catch (RuntimeException e) {
            failed(circuit, e);
            return whenFailing;
        }
    }

    /** What a dead store has to be told too, since it says nothing about it. */
    void release(Runnable operation) {
        try {
            operation.run();
        } catch (RuntimeException e) {
            failed(asking, e);
        }
    }

    boolean mayAsk() {
        return asking.allows();
    }

    void answered() {
        asking.succeeded();
        outage.succeeded();
    }

    void notAnswered(RuntimeException failure) {
        failed(asking, failure);
    }

    private void failed(Circuit circuit, RuntimeException failure) {
        if (failure instanceof UnreadableEntryException) {
            tellUnreadable(failure);
        } else if (failure instanceof CacheException || failure instanceof ArithmeticException) {
            throw failure;
        } else if (failuresAreMisses) {
            circuit.failed();
            outage.failed(failure);
        } else {
            throw new CacheException("The store of cache \"" + cache + "\" failed: " + failure, failure);
        }
    }

    private void tellUnreadable(RuntimeException failure) {
        if (!toldUnreadable.getAndSet(true)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Cache \"" + cache + "\" holds an entry that cannot be read and counts as a miss, from now on"
                            + " without a word: " + failure.getMessage());
        }
    }
}
