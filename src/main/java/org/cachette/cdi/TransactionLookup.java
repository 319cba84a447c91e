package org.cachette.cdi;

import jakarta.enterprise.inject.Instance;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.cachette.value.Transactions;

/** Finds out whether there can be transactions: embedded applications may lack even their API. */
final class TransactionLookup {

    private TransactionLookup() {}

    static Transactions find(Instance<Object> beans) {
        try {
            Class.forName(
                    "jakarta.transaction.TransactionSynchronizationRegistry",
                    false,
                    TransactionLookup.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return Transactions.NONE;
        }
        return ByApi.find(beans);
    }

    /** Apart, so that the API is needed only where it is. */
    private static final class ByApi {

        static Transactions find(Instance<Object> beans) {
            Instance<TransactionSynchronizationRegistry> bean = beans.select(TransactionSynchronizationRegistry.class);
            return new JtaTransactions(bean.isResolvable() ? bean.get() : null);
        }
    }
}
