package org.cachette.backend.tiered;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.cachette.CacheException;
import org.cachette.backend.Backend;
import org.cachette.backend.ChangeFeed;
import org.cachette.backend.Entry;
import org.cachette.backend.UnreadableEntryException;
import org.jspecify.annotations.Nullable;

/**
 * A cache's entries in a far store, with copies in a near one. Whatever changes an entry changes it in the far store
 * first, and then replaces or drops the copy, so that within a process nobody reads an older value after a change has
 * returned. {@code add} and {@code incr} are as atomic as the far store's.
 *
 * <p>What may be stale, and for how long:
 * <ul>
 * <li>What another process changes is read in this one as it was until the far store's {@link ChangeFeed} has told of it,
 *     which takes as long as a message does; and no longer than {@code near-timeout}, where the message is lost or the
 *     store has no feed.
 * <li>A copy never lives longer than {@code near-timeout}, and not longer than its entry.
 * <li>While the far store fails, copies are served until then; all else is a failure. A change that failed drops the
 *     copy, and the entry is in the far store as it was or as it was to be.
 * </ul>
 *
 * @param <N> the form in which the near store keeps values
 * @param <F> the form in which the far store keeps them
 */
final class TieredBackend<N, F> implements Backend<Tier<N, F>> {

    /** What a store refuses it refuses sooner. */
    private static final long LONG_WAIT = TimeUnit.MILLISECONDS.toNanos(100);

    private final Near<N> near;
    private final Far<F> far;
    private final Backend<F> store;

    TieredBackend(Near<N> near, Far<F> far) {
        this.near = near;
        this.far = far;
        this.store = far.store();
        if (store instanceof ChangeFeed feed) {
            feed.listen(near::drop, near::dropAll);
        }
    }

    @Override
    public Tier<N, F> encode(Object value) {
        return new Tier.New<>(near.encode(value), store.encode(value));
    }

    @Override
    public Object decode(Tier<N, F> stored) {
        if (stored instanceof Tier.Copy<N, F> copy) {
            return near.decode(copy.near());
        }
        if (stored instanceof Tier.Read<N, F> read) {
            return read.value();
        }
        return store.decode(farForm(stored));
    }

    private F farForm(Tier<N, F> stored) {
        if (stored instanceof Tier.New<N, F> fresh) {
            return fresh.far();
        }
        return stored instanceof Tier.Unreadable<N, F> unreadable ? unreadable.far() : store.encode(decode(stored));
    }

    private N nearForm(Tier<N, F> stored) {
        if (stored instanceof Tier.New<N, F> fresh) {
            return fresh.near();
        }
        return stored instanceof Tier.Copy<N, F> copy ? copy.near() : near.encode(decode(stored));
    }

    @Override
    public @Nullable Tier<N, F> get(String fullKey) {
        N copy = near.get(fullKey);
        if (copy != null) {
            return new Tier.Copy<>(copy);
        }
        Entry<Tier<N, F>> entry = find(fullKey);
        return entry == null ? null : entry.value();
    }

    /** From the far store, with a copy made on the way. */
    @Override
    public @Nullable Entry<Tier<N, F>> find(String fullKey) {
        long stamp = near.beginReading(fullKey);
        List<Entry<F>> found = far.ask(List.of(), () -> {
            Entry<F> entry = store.find(fullKey);
            return entry == null ? List.of() : List.of(entry);
        });
        return found.isEmpty() ? null : copied(fullKey, stamp, found.get(0));
    }

    private Entry<Tier<N, F>> copied(String fullKey, long stamp, Entry<F> entry) {
        try {
            Object value = store.decode(entry.value());
            copy(fullKey, stamp, value, entry.expiry());
            return new Entry<>(new Tier.Read<>(value), entry.expiry());
        } catch (UnreadableEntryException e) {
            return new Entry<>(new Tier.Unreadable<>(entry.value()), entry.expiry());
        }
    }

    private void copy(String fullKey, long stamp, Object value, long expiry) {
        try {
            near.keep(fullKey, stamp, near.encode(value), expiry);
        } catch (CacheException e) {
            // the near store's serializer refuses what the far one's did not: there will be no copy
        }
    }

    @Override
    public boolean hasKey(String fullKey) {
        return near.get(fullKey) != null || far.ask(false, () -> store.hasKey(fullKey));
    }

    @Override
    public Map<String, Tier<N, F>> getMany(Collection<String> fullKeys) {
        Map<String, Tier<N, F>> found = new HashMap<>();
        near.getMany(fullKeys).forEach((fullKey, copy) -> found.put(fullKey, new Tier.Copy<>(copy)));
        Map<String, Long> stamps = new HashMap<>();
        for (String fullKey : fullKeys) {
            if (!found.containsKey(fullKey)) {
                stamps.put(fullKey, near.beginReading(fullKey));
            }
        }
        if (!stamps.isEmpty()) {
            far.ask(Map.<String, Entry<F>>of(), () -> store.findMany(stamps.keySet()))
                    .forEach((fullKey, entry) -> {
                        long stamp = stamps.getOrDefault(fullKey, Long.MIN_VALUE);
                        found.put(fullKey, copied(fullKey, stamp, entry).value());
                    });
        }
        return found;
    }

    /** What the far store did not take leaves no older value there. */
    @Override
    public void set(String fullKey, Tier<N, F> value, long expiry) {
        F form = farForm(value);
        long begun = System.nanoTime();
        boolean written = write(
                fullKey,
                value,
                expiry,
                () -> far.store(false, () -> {
                    store.set(fullKey, form, expiry);
                    return true;
                }));
        if (!written) {
            deleteAfter(System.nanoTime() - begun, fullKey);
        }
    }

    /** Who has waited for a store that does not answer does not wait for the deletion as well. */
    private void deleteAfter(long waited, String fullKey) {
        if (waited < LONG_WAIT) {
            delete(fullKey);
        } else {
            Thread deletion = new Thread(() -> delete(fullKey), "cachette-deletion");
            deletion.setDaemon(true);
            deletion.start();
        }
    }

    @Override
    public boolean add(String fullKey, Tier<N, F> value, long expiry) {
        F form = farForm(value);
        return write(fullKey, value, expiry, () -> far.store(false, () -> store.add(fullKey, form, expiry)));
    }

    /** Of what was written a copy is kept, of what was not, none. */
    private boolean write(String fullKey, Tier<N, F> value, long expiry, BooleanSupplier writing) {
        long stamp = near.beginWriting(fullKey);
        boolean written = false;
        try {
            written = writing.getAsBoolean();
            return written;
        } finally {
            if (written) {
                near.written(fullKey, stamp, nearForm(value), expiry);
            } else {
                near.drop(fullKey);
            }
        }
    }

    @Override
    public Set<String> setMany(Map<String, Tier<N, F>> values, long expiry) {
        Map<String, Long> stamps = new HashMap<>();
        Map<String, F> forms = new HashMap<>();
        values.forEach((fullKey, value) -> {
            forms.put(fullKey, farForm(value));
            stamps.put(fullKey, near.beginWriting(fullKey));
        });
        Set<String> refused = values.keySet();
        try {
            refused = far.store(values.keySet(), () -> store.setMany(forms, expiry));
            return new HashSet<>(refused);
        } finally {
            Set<String> notStored = refused;
            values.forEach((fullKey, value) -> {
                if (notStored.contains(fullKey)) {
                    near.drop(fullKey);
                } else {
                    near.written(fullKey, stamps.getOrDefault(fullKey, Long.MIN_VALUE), nearForm(value), expiry);
                }
            });
        }
    }

    @Override
    public boolean touch(String fullKey, long expiry) {
        return change(List.of(fullKey), () -> far.store(false, () -> store.touch(fullKey, expiry)));
    }

    @Override
    public boolean delete(String fullKey) {
        return change(List.of(fullKey), () -> far.ask(false, () -> store.delete(fullKey)));
    }

    @Override
    public void deleteMany(Collection<String> fullKeys) {
        change(
                new ArrayList<>(fullKeys),
                () -> far.ask(true, () -> {
                    store.deleteMany(fullKeys);
                    return true;
                }));
    }

    @Override
    public OptionalLong incr(String fullKey, long delta) {
        return change(List.of(fullKey), () -> far.store(OptionalLong.empty(), () -> store.incr(fullKey, delta)));
    }

    @Override
    public boolean move(String fromKey, String toKey) {
        return change(List.of(fromKey, toKey), () -> far.store(false, () -> store.move(fromKey, toKey)));
    }

    /** Before and after a change nothing that was read earlier becomes a copy. */
    private <T> T change(List<String> fullKeys, Supplier<T> changing) {
        fullKeys.forEach(near::beginWriting);
        try {
            return changing.get();
        } finally {
            fullKeys.forEach(near::drop);
        }
    }

    @Override
    public void clear() {
        try {
            far.ask(true, () -> {
                store.clear();
                return true;
            });
        } finally {
            near.dropAll();
        }
    }

    /** Also what failed a moment ago, since it has threads and connections all the same. */
    @Override
    public void close() {
        near.close();
        store.close();
    }
}
