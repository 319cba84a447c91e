package org.cachette.cdi;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.naming.NoInitialContextException;
import org.cachette.value.Transactions;
import org.jspecify.annotations.Nullable;

/** Transactions of the server, by the registry that every Jakarta EE server has, or by the application's bean. */
final class JtaTransactions implements Transactions {

    private static final String NAME = "java:comp/TransactionSynchronizationRegistry";

    private volatile @Nullable TransactionSynchronizationRegistry registry;
    private volatile boolean none;

    /** @param bean that of the application; null when it has none */
    JtaTransactions(@Nullable TransactionSynchronizationRegistry bean) {
        this.registry = bean;
    }

    @Override
    public boolean isActive() {
        return hasStatus(Status.STATUS_ACTIVE);
    }

    @Override
    public boolean isDoomed() {
        return hasStatus(Status.STATUS_MARKED_ROLLBACK);
    }

    private boolean hasStatus(int status) {
        TransactionSynchronizationRegistry found = find();
        return found != null && found.getTransactionStatus() == status;
    }

    @Override
    public void whenEnded(Consumer<Boolean> action) {
        registry().registerInterposedSynchronization(new Synchronization() {

            @Override
            public void beforeCompletion() {
                // Only its end is of interest.
            }

            @Override
            public void afterCompletion(int status) {
                action.accept(status != Status.STATUS_ROLLEDBACK);
            }
        });
    }

    @Override
    @SuppressWarnings("unchecked") // nobody else has the key
    public Set<String> pending() {
        Set<String> pending = (Set<String>) registry().getResource(this);
        if (pending == null) {
            pending = ConcurrentHashMap.newKeySet();
            registry().putResource(this, pending);
        }
        return pending;
    }

    private TransactionSynchronizationRegistry registry() {
        TransactionSynchronizationRegistry found = find();
        if (found == null) {
            throw new IllegalStateException("there is no " + NAME);
        }
        return found;
    }

    /** Asked for until it is there: threads that the server does not manage see none. */
    @SuppressWarnings("BanJNDI") // a name of the platform's, which nobody gives
    private @Nullable TransactionSynchronizationRegistry find() {
        TransactionSynchronizationRegistry found = registry;
        if (found == null && !none) {
            try {
                found = (TransactionSynchronizationRegistry) new InitialContext().lookup(NAME);
                registry = found;
            } catch (NoInitialContextException e) {
                none = true;
            } catch (NamingException e) {
                return null;
            }
        }
        return found;
    }
}
