package org.cachette.backend.jcache;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.cachette.backend.Backend;
import org.cachette.backend.ChangeFeed;
import org.cachette.backend.Encoded;
import org.cachette.backend.Entry;
import org.jspecify.annotations.Nullable;

/** A backend whose every operation on the store ends within a time limit, that of opening the provider too. */
final class LimitedBackend implements Backend<Encoded>, ChangeFeed {

    private final JCacheBackend store;
    private final TimeLimit limit;

    LimitedBackend(JCacheBackend store, TimeLimit limit) {
        this.store = store;
        this.limit = limit;
    }

    @Override
    public Encoded encode(Object value) {
        return store.encode(value);
    }

    @Override
    public Object decode(Encoded stored) {
        return store.decode(stored);
    }

    @Override
    public @Nullable Entry<Encoded> find(String fullKey) {
        return limit.<@Nullable Entry<Encoded>>within(() -> store.find(fullKey));
    }

    @Override
    public void set(String fullKey, Encoded value, long expiry) {
        run(() -> store.set(fullKey, value, expiry));
    }

    @Override
    public boolean add(String fullKey, Encoded value, long expiry) {
        return limit.within(() -> store.add(fullKey, value, expiry));
    }

    @Override
    public boolean touch(String fullKey, long expiry) {
        return limit.within(() -> store.touch(fullKey, expiry));
    }

    @Override
    public boolean delete(String fullKey) {
        return limit.within(() -> store.delete(fullKey));
    }

    @Override
    public void clear() {
        run(store::clear);
    }

    @Override
    public Map<String, Entry<Encoded>> findMany(Collection<String> fullKeys) {
        return limit.within(() -> store.findMany(fullKeys));
    }

    @Override
    public Set<String> setMany(Map<String, Encoded> values, long expiry) {
        return limit.within(() -> store.setMany(values, expiry));
    }

    @Override
    public void deleteMany(Collection<String> fullKeys) {
        run(() -> store.deleteMany(fullKeys));
    }

    @Override
    public OptionalLong incr(String fullKey, long delta) {
        return limit.within(() -> store.incr(fullKey, delta));
    }

    @Override
    public boolean move(String fromKey, String toKey) {
        return limit.within(() -> store.move(fromKey, toKey));
    }

    private void run(Runnable operation) {
        limit.within(() -> {
            operation.run();
            return true;
        });
    }

    @Override
    public void listen(Consumer<String> changed, Runnable everythingChanged) {
        store.listen(changed, everythingChanged);
    }

    /** Joining a cluster takes longer than a caller may wait: it begins before the first one. */
    @Override
    public void started() {
        limit.begin(store::open);
    }

    @Override
    public void close() {
        limit.close();
        store.close();
    }
}
