package org.cachette.value;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** The transaction of the calling thread. */
public interface Transactions {

    /** There never is one. */
    Transactions NONE = new Transactions() {

        @Override
        public boolean isActive() {
            return false;
        }

        @Override
        public boolean isDoomed() {
            return false;
        }

        @Override
        public void whenEnded(Consumer<Boolean> action) {
            action.accept(true);
        }

        @Override
        public Set<String> pending() {
            return new HashSet<>();
        }
    };

    /** Whether there is one. */
    boolean isActive();

    /** Whether there is one that can only be rolled back. */
    boolean isDoomed();

    /** Calls the action after the active transaction has ended: with true unless it was rolled back. */
    void whenEnded(Consumer<Boolean> action);

    /** What belongs to the active transaction, and is forgotten with it. */
    Set<String> pending();
}
