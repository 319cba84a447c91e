package org.cachette.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.cachette.fragment.FragmentCache;
import org.cachette.jaxrs.CurrentExchange;
import org.cachette.named.NamedCaches;
import org.cachette.page.CachedPages;
import org.cachette.page.PageInvalidation;
import org.cachette.value.Invalidations;
import org.cachette.value.PendingChanges;
import org.cachette.value.Transactions;
import org.cachette.value.ValueCache;

/** Makes injectable what keeps fragments and values, and what drops them and pages. */
@Dependent
class ContentProducers {

    private final CacheExtension extension;

    @Inject
    ContentProducers(CacheExtension extension) {
        this.extension = extension;
    }

    /** Also as {@link org.cachette.Pages}. */
    @Produces
    @Singleton
    CachedPages pages(PageInvalidation invalidation, CurrentExchange current) {
        return new CachedPages(invalidation, current::find);
    }

    /** Also as {@link org.cachette.Fragments}. */
    @Produces
    @Singleton
    FragmentCache fragments(CurrentExchange current, PendingChanges pending, Instance<Object> beans) {
        NamedCaches caches = extension.caches();
        return new FragmentCache(
                caches, caches.computations(), extension.clock(), current::find, CurrentSession.find(beans), pending);
    }

    @Produces
    @Singleton
    Transactions transactions(Instance<Object> beans) {
        return TransactionLookup.find(beans);
    }

    @Produces
    @Singleton
    PendingChanges pendingChanges(Transactions transactions) {
        return new PendingChanges(transactions);
    }

    @Produces
    @Singleton
    ValueCache values(PendingChanges pending, CurrentExchange current) {
        NamedCaches caches = extension.caches();
        return new ValueCache(caches, caches.computations(), pending, current::find);
    }

    @Produces
    @Singleton
    Invalidations invalidations(
            ValueCache values,
            FragmentCache fragments,
            CachedPages pages,
            PendingChanges pending,
            Transactions transactions) {
        return new Invalidations(values, fragments, pages, pending, transactions);
    }

    @Produces
    @Singleton
    ValueMethods valueMethods(ValueCache values, Invalidations invalidations) {
        return new ValueMethods(values, invalidations, extension::hasChecked);
    }
}
