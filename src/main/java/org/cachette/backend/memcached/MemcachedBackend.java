package org.cachette.backend.memcached;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.cachette.backend.Backend;
import org.cachette.backend.Encoded;
import org.cachette.backend.Entry;
import org.cachette.backend.ValueFormat;
import org.cachette.backend.memcached.Answer.Code;
import org.jspecify.annotations.Nullable;

/**
 * A cache's entries in memcached. {@code add} and {@code incr} are atomic, {@code move} is not. Entries live their
 * timeout and up to a second longer, since memcached counts time in whole seconds.
 */
final class MemcachedBackend implements Backend<Encoded> {

    private final ValueFormat values;
    private final Items items;
    private final Counters counters;
    private final Refusals refusals;

    MemcachedBackend(ValueFormat values, Items items, Refusals refusals) {
        this.values = values;
        this.items = items;
        this.counters = new Counters(items, values);
        this.refusals = refusals;
    }

    @Override
    public Encoded encode(Object value) {
        return values.encode(value);
    }

    @Override
    public Object decode(Encoded stored) {
        return values.decode(stored);
    }

    @Override
    public @Nullable Encoded get(String fullKey) {
        WireKey key = WireKey.of(fullKey);
        return Items.value(key, items.ask(key, Request::get, items.deadline()));
    }

    @Override
    public @Nullable Entry<Encoded> find(String fullKey) {
        WireKey key = WireKey.of(fullKey);
        Answer answer = items.ask(key, Request::find, items.deadline());
        Encoded value = Items.value(key, answer);
        return answer == null || value == null ? null : new Entry<>(value, items.expiry(answer));
    }

    @Override
    public Map<String, Entry<Encoded>> findMany(Collection<String> fullKeys) {
        List<WireKey> keys = fullKeys.stream().distinct().map(WireKey::of).toList();
        List<@Nullable Answer> answers = items.askAll(keys, Request::find, items.deadline());
        Map<String, Entry<Encoded>> found = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            Answer answer = answers.get(i);
            Encoded value = Items.value(keys.get(i), answer);
            if (answer != null && value != null) {
                found.put(keys.get(i).fullKey(), new Entry<>(value, items.expiry(answer)));
            }
        }
        return found;
    }

    @Override
    public void set(String fullKey, Encoded value, long expiry) {
        WireKey key = WireKey.of(fullKey);
        byte[] item = EntryBytes.of(key, value);
        long deadline = items.deadline();
        if (store(key, item, expiry, Request::set, deadline) == Code.REFUSED) {
            // An older value is not to outlive this one.
            items.ask(key, Request::delete, deadline);
            refusals.refused(fullKey, item.length);
        }
    }

    @Override
    public boolean add(String fullKey, Encoded value, long expiry) {
        WireKey key = WireKey.of(fullKey);
        byte[] item = EntryBytes.of(key, value);
        Code code = store(key, item, expiry, Request::add, items.deadline());
        if (code == Code.REFUSED) {
            refusals.refused(fullKey, item.length);
        }
        return code == Code.DONE;
    }

    /** What became of it; null when the key's server fails. */
    private @Nullable Code store(WireKey key, byte[] item, long expiry, Storing storing, long deadline) {
        if (items.isTooLong(item)) {
            return Code.REFUSED;
        }
        long expiration = items.expiration(expiry);
        Answer answer = items.ask(key, (opaque, k) -> storing.request(opaque, k, item, expiration), deadline);
        if (answer != null && answer.code() == Code.DONE) {
            refusals.taken();
        }
        return answer == null ? null : answer.code();
    }

    private interface Storing {
        Request request(int opaque, WireKey key, byte[] item, long expiration);
    }

    @Override
    public boolean touch(String fullKey, long expiry) {
        long expiration = items.expiration(expiry);
        return isDone(fullKey, (opaque, key) -> Request.touch(opaque, key, expiration));
    }

    @Override
    public boolean delete(String fullKey) {
        return isDone(fullKey, Request::delete);
    }

    private boolean isDone(String fullKey, java.util.function.BiFunction<Integer, WireKey, Request> request) {
        Answer answer = items.ask(WireKey.of(fullKey), request, items.deadline());
        return answer != null && answer.isDone();
    }

    @Override
    public void clear() {
        items.flushAll();
    }

    @Override
    public Map<String, Encoded> getMany(Collection<String> fullKeys) {
        List<WireKey> keys = fullKeys.stream().distinct().map(WireKey::of).toList();
        List<@Nullable Answer> answers = items.askAll(keys, Request::get, items.deadline());
        Map<String, Encoded> found = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            Encoded value = Items.value(keys.get(i), answers.get(i));
            if (value != null) {
                found.put(keys.get(i).fullKey(), value);
            }
        }
        return found;
    }

    @Override
    public Set<String> setMany(Map<String, Encoded> newValues, long expiry) {
        long deadline = items.deadline();
        long expiration = items.expiration(expiry);
        Map<WireKey, byte[]> sendable = new HashMap<>();
        List<WireKey> refused = new ArrayList<>();
        newValues.forEach((fullKey, value) -> {
            WireKey key = WireKey.of(fullKey);
            byte[] item = EntryBytes.of(key, value);
            if (items.isTooLong(item)) {
                refused.add(key);
            } else {
                sendable.put(key, item);
            }
        });
        List<WireKey> keys = List.copyOf(sendable.keySet());
        List<@Nullable Answer> answers = items.askAll(
                keys,
                (opaque, key) -> Request.set(opaque, key, sendable.getOrDefault(key, new byte[0]), expiration),
                deadline);
        Set<String> notStored = new HashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            Answer answer = answers.get(i);
            if (answer == null) {
                notStored.add(keys.get(i).fullKey());
            } else if (!answer.isDone()) {
                refused.add(keys.get(i));
            }
        }
        items.askAll(refused, Request::delete, deadline);
        refused.forEach(key -> notStored.add(key.fullKey()));
        return notStored;
    }

    @Override
    public void deleteMany(Collection<String> fullKeys) {
        items.askAll(fullKeys.stream().map(WireKey::of).toList(), Request::delete, items.deadline());
    }

    @Override
    public OptionalLong incr(String fullKey, long delta) {
        return counters.incr(WireKey.of(fullKey), delta);
    }

    @Override
    public void close() {
        items.close();
    }
}
