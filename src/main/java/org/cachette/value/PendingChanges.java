package org.cachette.value;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import org.cachette.page.OwnChanges;

/** What the methods that the calling thread is in, and its transaction, are about to drop. Safe for use by several threads. */
public final class PendingChanges implements OwnChanges {

    private final Transactions transactions;

    @SuppressWarnings("ThreadLocalUsage") // ends with its deployment, and is empty between calls
    private final ThreadLocal<Deque<Collection<String>>> ofThread = new ThreadLocal<>();

    public PendingChanges(Transactions transactions) {
        this.transactions = transactions;
    }

    static String place(String cache, String key) {
        return cache + " " + key;
    }

    @Override
    public boolean contains(String cache, String key) {
        Deque<Collection<String>> methods = ofThread.get();
        if (transactions.isDoomed()) {
            return true; // what it reads may be what it wrote, and will be undone
        }
        if (methods == null && !transactions.isActive()) {
            return false;
        }
        String place = place(cache, key);
        return (methods != null && methods.stream().anyMatch(places -> places.contains(place)))
                || (transactions.isActive() && transactions.pending().contains(place));
    }

    /** A method begins. */
    void enter(Collection<String> places) {
        Deque<Collection<String>> methods = ofThread.get();
        if (methods == null) {
            methods = new ArrayDeque<>();
            ofThread.set(methods);
        }
        methods.push(places);
    }

    /** The method that began last ends. */
    void leave() {
        Deque<Collection<String>> methods = ofThread.get();
        methods.pop();
        if (methods.isEmpty()) {
            ofThread.remove();
        }
    }
}
