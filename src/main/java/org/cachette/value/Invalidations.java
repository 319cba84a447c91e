package org.cachette.value;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cachette.fragment.FragmentCache;
import org.cachette.page.CachedPages;
import org.jspecify.annotations.Nullable;

/** Drops what methods make outdated, once they are done and their transactions committed. Safe for use by several threads. */
public final class Invalidations {

    private static final Logger LOG = System.getLogger("org.cachette.value");

    private final ValueCache values;
    private final FragmentCache fragments;
    private final CachedPages pages;
    private final Addresses addresses;
    private final PendingChanges pending;
    private final Transactions transactions;

    public Invalidations(
            ValueCache values,
            FragmentCache fragments,
            CachedPages pages,
            PendingChanges pending,
            Transactions transactions) {
        this.values = values;
        this.fragments = fragments;
        this.pages = pages;
        this.addresses = new Addresses(fragments, pages);
        this.pending = pending;
        this.transactions = transactions;
    }

    /** To be told before anything around the method begins, and to be ended, by the same thread, after all of it. */
    public Change begin(InvalidatingMethod method, @Nullable Object @Nullable [] arguments) {
        List<Target> targets = method.targets(arguments, addresses);
        targets.forEach(this::open);
        Change change = new Change(this, method, targets);
        pending.enter(change.places());
        return change;
    }

    void left() {
        pending.leave();
    }

    Transactions transactions() {
        return transactions;
    }

    List<Target> targets(InvalidatingMethod method, @Nullable Object @Nullable [] arguments) {
        return method.targets(arguments, addresses);
    }

    private void open(Target target) {
        if (target instanceof Target.OfValue value) {
            values.opened(value.cache(), value.key());
        } else if (target instanceof Target.OfFragment fragment) {
            fragments.opened(fragment.key());
        } else if (target instanceof Target.OfPage page) {
            pages.opened(page.uri());
        }
    }

    /** Ends what was opened, and drops it and the others if the change holds. */
    void close(List<Target> opened, List<Target> others, boolean changed) {
        for (Target target : opened) {
            run(target, () -> close(target, changed));
        }
        if (changed) {
            Set<Target> more = new LinkedHashSet<>(others);
            opened.forEach(more::remove);
            more.forEach(target -> run(target, () -> {
                open(target);
                close(target, true);
            }));
        }
    }

    private void close(Target target, boolean changed) {
        if (target instanceof Target.OfValue value) {
            values.closed(value.cache(), value.key(), changed);
        } else if (target instanceof Target.OfFragment fragment) {
            fragments.closed(fragment.cache(), fragment.key(), changed);
        } else if (target instanceof Target.OfPage page) {
            pages.closed(page.uri(), changed);
        } else if (changed && target instanceof Target.OfPrefix prefix) {
            pages.invalidatePrefix(prefix.prefix());
        }
    }

    /** The change is done and can't be undone: a store that fails must not hide that, nor keep the others from being told. */
    private static void run(Target target, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, target + " could not be invalidated, since its cache failed", e);
        }
    }
}
