package org.cachette.backend.jcache;

import java.io.Serializable;
import java.util.UUID;
import java.util.function.Consumer;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryExpiredListener;
import javax.cache.event.CacheEntryRemovedListener;
import javax.cache.event.CacheEntryUpdatedListener;
import org.jspecify.annotations.Nullable;

/**
 * Hands on the keys of all events. Hazelcast sends the registration of a listener to all members, so it can be
 * serialised; a copy elsewhere is known by its id, so that it can be deregistered there, and hears nothing.
 */
final class ChangeListener
        implements CacheEntryCreatedListener<Object, Object>,
                CacheEntryUpdatedListener<Object, Object>,
                CacheEntryRemovedListener<Object, Object>,
                CacheEntryExpiredListener<Object, Object>,
                Serializable {

    private static final long serialVersionUID = 1L;

    private final UUID id = UUID.randomUUID();
    private final transient @Nullable Consumer<Object> keys;

    ChangeListener(Consumer<Object> keys) {
        this.keys = keys;
    }

    private void tell(Iterable<CacheEntryEvent<?, ?>> events) {
        Consumer<Object> hearing = keys;
        if (hearing != null) {
            events.forEach(event -> hearing.accept(event.getKey()));
        }
    }

    @Override
    public void onCreated(Iterable<CacheEntryEvent<?, ?>> events) {
        tell(events);
    }

    @Override
    public void onUpdated(Iterable<CacheEntryEvent<?, ?>> events) {
        tell(events);
    }

    @Override
    public void onRemoved(Iterable<CacheEntryEvent<?, ?>> events) {
        tell(events);
    }

    @Override
    public void onExpired(Iterable<CacheEntryEvent<?, ?>> events) {
        tell(events);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChangeListener that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
