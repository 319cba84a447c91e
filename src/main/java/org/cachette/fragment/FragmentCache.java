package org.cachette.fragment;

import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;
import org.cachette.Cache;
import org.cachette.Caches;
import org.cachette.Fragments;
import org.cachette.Timeout;
import org.cachette.named.Computations;
import org.cachette.page.Changes;
import org.cachette.page.Exchange;
import org.cachette.page.OwnChanges;
import org.jspecify.annotations.Nullable;

/** The fragments of an application. Safe for use by several threads. */
public final class FragmentCache implements Fragments {

    private final Caches caches;
    private final Cache cache;
    private final FragmentEntries entries;
    private final FragmentBodies bodies;
    private final Changes changes;
    private final Computations computations;
    private final OwnChanges own;

    /** As the other, where nobody says beforehand what will be changed. */
    public FragmentCache(
            Caches caches, Computations computations, InstantSource clock, Supplier<@Nullable Exchange> requests) {
        this(caches, computations, clock, requests, () -> null, OwnChanges.NONE);
    }

    /**
     * In the cache named {@code fragments}, if there is one, else in the default one.
     *
     * @param computations those of the caches, so that their suppliers and the bodies of fragments never wait in a circle
     * @param requests gives the exchange of the request that the calling thread answers; null when it answers none
     * @param sessions gives the id of the session of the request that the calling thread answers; null when there is none,
     *     or none is known
     * @param own what the caller is about to change
     */
    public FragmentCache(
            Caches caches,
            Computations computations,
            InstantSource clock,
            Supplier<@Nullable Exchange> requests,
            Supplier<@Nullable String> sessions,
            OwnChanges own) {
        this(
                caches,
                caches.names().contains("fragments") ? caches.get("fragments") : caches.getDefault(),
                new FragmentEntries(clock),
                new FragmentBodies(clock, requests, sessions),
                new Changes(),
                computations,
                own);
    }

    private FragmentCache(
            Caches caches,
            Cache cache,
            FragmentEntries entries,
            FragmentBodies bodies,
            Changes changes,
            Computations computations,
            OwnChanges own) {
        this.caches = caches;
        this.cache = cache;
        this.entries = entries;
        this.bodies = bodies;
        this.changes = changes;
        this.computations = computations;
        this.own = own;
    }

    @Override
    public Fragments using(String cacheName) {
        return new FragmentCache(caches, caches.get(cacheName), entries, bodies, changes, computations, own);
    }

    @Override
    public String key(String name, @Nullable Object... varyOn) {
        return FragmentKeys.of(Objects.requireNonNull(name, "name"), varyOn);
    }

    @Override
    public String render(String name, Timeout timeout, Supplier<String> body, @Nullable Object... varyOn) {
        Objects.requireNonNull(body, "body");
        try {
            return render(key(name, varyOn), timeout, () -> bodies.render(name, timeout, body));
        } catch (OnesOwnText e) {
            return e.text();
        }
    }

    private String render(String key, Timeout timeout, Supplier<RenderedFragment> rendering) {
        if (timeout.equals(Timeout.NONE)) {
            entries.drop(cache, key);
            return rendering.get().body();
        }
        if (own.contains(cache.name(), key)) {
            return rendering.get().body();
        }
        // From before the look-up: what is rendered or awaited under this stamp is told from what a later caller may
        // get. Its lower half: what others store is no matter here.
        long stamp = (int) changes.stamp(key.hashCode());
        RenderedFragment found = findAndInclude(key);
        return found != null ? found.body() : rendered(key, stamp, rendering).body();
    }

    private RenderedFragment rendered(String key, long stamp, Supplier<RenderedFragment> rendering) {
        Computations.Outcome outcome = computations.run(new Computations.Place(cache.name(), key, stamp), () -> {
            RenderedFragment meanwhile = findAndInclude(key);
            return meanwhile != null ? meanwhile : stored(key, stamp, rendering.get());
        });
        RenderedFragment fragment = (RenderedFragment) outcome.value();
        if (!outcome.own()) {
            bodies.include(fragment.said());
        }
        return fragment;
    }

    private @Nullable RenderedFragment findAndInclude(String key) {
        RenderedFragment found = entries.find(cache, key);
        if (found != null) {
            bodies.include(found.said());
        }
        return found;
    }

    private RenderedFragment stored(String key, long stamp, RenderedFragment fragment) {
        changes.storeUnlessChanged(key.hashCode(), stamp, () -> entries.store(cache, key, fragment));
        return fragment;
    }

    @Override
    public boolean invalidate(String name, @Nullable Object... varyOn) {
        String key = key(name, varyOn);
        changes.changed(key.hashCode());
        return cache.delete(key);
    }

    /** The name of the cache that keeps them. */
    public String cacheName() {
        return cache.name();
    }

    /** Says that somebody begins to change what the fragment under that key shows: until it is closed none is stored. */
    public void opened(String key) {
        changes.opened(key.hashCode());
    }

    /** Says that the change is over, and whether it holds, so that the fragment goes. */
    public void closed(String cacheName, String key, boolean changed) {
        changes.closed(key.hashCode());
        if (changed) {
            caches.get(cacheName).delete(key);
        }
    }
}
