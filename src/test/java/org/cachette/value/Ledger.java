package org.cachette.value;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A database of one number, with transactions: whoever is in one reads what it wrote, others what is committed. Each step of a
 * transaction's end is one of the play.
 */
@SuppressWarnings("ThreadLocalUsage") // Each of them plays its own transactions.
final class Ledger implements Transactions {

    private final Runnable step;
    private final ThreadLocal<@Nullable Transaction> current = new ThreadLocal<>();
    private final Map<Integer, Integer> commits = new ConcurrentHashMap<>(Map.of(1, 0));
    private volatile int committed = 1;

    /** Committed by somebody who does not take it back. */
    private volatile int lasting = 1;

    /** One transaction. */
    private static final class Transaction {

        private @Nullable Integer written;
        private boolean doomed;
        private final List<Consumer<Boolean>> synchronizations = new ArrayList<>();
        private final Set<String> pending = ConcurrentHashMap.newKeySet();
    }

    Ledger(Runnable step) {
        this.step = step;
    }

    int read() {
        Transaction transaction = current.get();
        return transaction != null && transaction.written != null ? transaction.written : committed;
    }

    void write(int value) {
        Transaction transaction = current.get();
        if (transaction == null) {
            commit(value);
        } else {
            transaction.written = value;
        }
    }

    /** As without a transaction, by somebody who takes it back. */
    void writeForAMoment(int value) {
        synchronized (this) {
            commits.put(value, commits.size());
            committed = value;
        }
        step.run();
        synchronized (this) {
            if (committed == value) {
                commit(lasting);
            }
        }
    }

    private synchronized void commit(int value) {
        commits.put(value, commits.size());
        committed = value;
        lasting = value;
    }

    /** As the how-manieth that number was committed; -1 when it was not. */
    int order(int value) {
        return commits.getOrDefault(value, -1);
    }

    void begin() {
        current.set(new Transaction());
    }

    void commit() {
        step.run();
        Transaction transaction = ended();
        if (transaction.written != null) {
            commit(transaction.written);
        }
        step.run();
        transaction.synchronizations.forEach(each -> each.accept(true));
    }

    void rollBack() {
        step.run();
        Transaction transaction = ended();
        step.run();
        transaction.synchronizations.forEach(each -> each.accept(false));
    }

    private Transaction ended() {
        Transaction transaction = current.get();
        if (transaction == null) {
            throw new IllegalStateException("there is no transaction");
        }
        current.remove();
        return transaction;
    }

    /** From now on it can only be rolled back. */
    void doom() {
        Transaction transaction = current.get();
        if (transaction != null) {
            transaction.doomed = true;
        }
    }

    @Override
    public boolean isActive() {
        Transaction transaction = current.get();
        return transaction != null && !transaction.doomed;
    }

    @Override
    public boolean isDoomed() {
        Transaction transaction = current.get();
        return transaction != null && transaction.doomed;
    }

    @Override
    public void whenEnded(Consumer<Boolean> action) {
        Transaction transaction = current.get();
        if (transaction != null) {
            transaction.synchronizations.add(action);
        }
    }

    @Override
    public Set<String> pending() {
        Transaction transaction = current.get();
        return transaction == null ? new HashSet<>() : transaction.pending;
    }
}
