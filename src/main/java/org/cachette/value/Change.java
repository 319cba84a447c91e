package org.cachette.value;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One call of a method that makes something outdated. Nothing that this is about is stored until the call, the transactions
 * that the method was in, and the stage that it gave have all ended. Used by the calling thread, and ended by any.
 */
public final class Change {

    private static final Logger LOG = System.getLogger("org.cachette.value");

    private final Invalidations invalidations;
    private final InvalidatingMethod method;
    private final List<Target> opened;
    private volatile List<Target> targets = List.of();
    private volatile boolean done;
    private boolean inTransaction;

    /** Ends that are still to come: of transactions, of a stage, and of the call itself. */
    private int awaited = 1;

    /** Whether one of those that came made it hold. */
    private boolean holds;

    Change(Invalidations invalidations, InvalidatingMethod method, List<Target> opened) {
        this.invalidations = invalidations;
        this.method = method;
        this.opened = opened;
    }

    Set<String> places() {
        return opened.stream()
                .flatMap(target -> {
                    if (target instanceof Target.OfValue value) {
                        return Stream.of(PendingChanges.place(value.cache(), value.key()));
                    }
                    return target instanceof Target.OfFragment fragment
                            ? Stream.of(PendingChanges.place(fragment.cache(), fragment.key()))
                            : Stream.of();
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Just around the method, inside of what begins transactions: the one that is active decides, also where it is
     * committed though the method throws.
     */
    public void reachMethod() {
        Transactions transactions = invalidations.transactions();
        inTransaction = transactions.isActive();
        if (inTransaction) {
            transactions.pending().addAll(places());
            await();
            try {
                transactions.whenEnded(this::arrived);
            } catch (RuntimeException e) {
                arrived(false);
                throw e;
            }
        }
    }

    /** The method has returned normally; its arguments may have been changed. */
    public void returned(@Nullable Object @Nullable [] arguments) {
        try {
            targets = invalidations.targets(method, arguments);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "only what was to be invalidated before the method ran is", e);
        }
        done = true;
    }

    /**
     * All that is around the method is done.
     *
     * @param normally false where there was an exception
     * @return the result for the caller
     */
    @SuppressWarnings("FutureReturnValueIgnored") // it is the result
    public @Nullable Object leave(@Nullable Object result, boolean normally) {
        invalidations.left();
        if (normally && result instanceof CompletionStage<?> stage) {
            await();
            arrived(false);
            return Stages.before(stage, (value, failure) -> arrived(failure == null));
        }
        arrived(normally && done && !inTransaction);
        return result;
    }

    private synchronized void await() {
        awaited++;
    }

    /** One of the ends has come; with the last one it is over. */
    private void arrived(boolean holding) {
        boolean last;
        boolean changed;
        synchronized (this) {
            holds |= holding;
            awaited--;
            last = awaited == 0;
            changed = holds;
        }
        if (last) {
            invalidations.close(opened, targets, changed);
        }
    }
}
