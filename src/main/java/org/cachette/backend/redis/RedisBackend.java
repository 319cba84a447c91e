package org.cachette.backend.redis;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.cachette.backend.Backend;
import org.cachette.backend.ChangeFeed;
import org.cachette.backend.Encoded;
import org.cachette.backend.Entry;
import org.cachette.backend.UnreadableEntryException;
import org.cachette.backend.ValueFormat;
import org.cachette.backend.WholeNumbers;
import org.jspecify.annotations.Nullable;

/**
 * A cache's entries in Redis. {@code add} and {@code incr} are atomic; {@code move} is on one server, but not in a
 * cluster. No operation waits longer than the time limit, but for {@code clear}, which takes many steps of as long.
 */
final class RedisBackend implements Backend<Encoded>, ChangeFeed {

    private final ValueFormat values;
    private final InstantSource clock;
    private final WireKeys wireKeys;
    private final Store store;

    RedisBackend(ValueFormat values, InstantSource clock, WireKeys wireKeys, Store store) {
        this.values = values;
        this.clock = clock;
        this.wireKeys = wireKeys;
        this.store = store;
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
    public void listen(Consumer<String> changed, Runnable everythingChanged) {
        store.listen(changed, everythingChanged);
    }

    @Override
    public @Nullable Encoded get(String fullKey) {
        return EntryBytes.valueOf(store.read(Request.get(wireKeys.of(fullKey))));
    }

    @Override
    public @Nullable Entry<Encoded> find(String fullKey) {
        return findMany(List.of(fullKey)).get(fullKey);
    }

    @Override
    public Map<String, Entry<Encoded>> findMany(Collection<String> fullKeys) {
        List<Request> requests = new ArrayList<>();
        for (String fullKey : fullKeys) {
            byte[] key = wireKeys.of(fullKey);
            requests.add(Request.remainingLife(key));
            requests.add(Request.get(key));
        }
        Iterator<@Nullable Object> replies = store.readAll(requests).iterator();
        long now = clock.millis();
        Map<String, Entry<Encoded>> found = new HashMap<>();
        for (String fullKey : fullKeys) {
            long life = Store.number(replies.next());
            Encoded value = EntryBytes.valueOf(replies.next());
            if (value != null && life >= Life.ENDLESS) {
                found.put(fullKey, new Entry<>(value, Life.expiry(life, now)));
            }
        }
        return found;
    }

    @Override
    public boolean hasKey(String fullKey) {
        return Store.number(store.read(Request.exists(wireKeys.of(fullKey)))) > 0;
    }

    @Override
    public void set(String fullKey, Encoded value, long expiry) {
        byte[] key = wireKeys.of(fullKey);
        Object reply = store.change(fullKey, Request.set(key, EntryBytes.of(value), life(expiry)));
        if (reply instanceof ErrorReply error) {
            if (error.isFull()) {
                store.change(fullKey, Request.delete(key)); // an older value is not to outlive this one
            }
            throw error.failure();
        }
    }

    private long life(long expiry) {
        return Life.of(expiry, clock.millis());
    }

    @Override
    public boolean add(String fullKey, Encoded value, long expiry) {
        byte[] key = wireKeys.of(fullKey);
        return Store.checked(store.change(fullKey, Request.add(key, EntryBytes.of(value), life(expiry)))) != null;
    }

    @Override
    public boolean touch(String fullKey, long expiry) {
        byte[] key = wireKeys.of(fullKey);
        long life = life(expiry);
        List<Request> requests = life == Life.ENDLESS
                ? List.of(Request.exists(key), Request.persist(key))
                : List.of(Request.expire(key, life));
        return Store.number(store.changeAll(List.of(fullKey), requests).get(0)) > 0;
    }

    @Override
    public boolean delete(String fullKey) {
        return Store.number(store.change(fullKey, Request.delete(wireKeys.of(fullKey)))) > 0;
    }

    @Override
    public void clear() {
        store.clear();
    }

    @Override
    public Map<String, Encoded> getMany(Collection<String> fullKeys) {
        List<String> asked = List.copyOf(fullKeys);
        List<byte[]> keys = asked.stream().map(wireKeys::of).toList();
        List<?> replies = store.isSharded()
                ? store.readAll(keys.stream().map(Request::get).toList())
                : (List<?>) Store.checked(store.read(Request.getMany(keys)));
        Map<String, Encoded> found = new HashMap<>();
        for (int i = 0; replies != null && i < replies.size(); i++) {
            Encoded value = EntryBytes.valueOf(replies.get(i));
            if (value != null) {
                found.put(asked.get(i), value);
            }
        }
        return found;
    }

    @Override
    public Set<String> setMany(Map<String, Encoded> newValues, long expiry) {
        long life = life(expiry);
        List<String> fullKeys = List.copyOf(newValues.keySet());
        List<Request> requests = new ArrayList<>();
        newValues.forEach(
                (fullKey, value) -> requests.add(Request.set(wireKeys.of(fullKey), EntryBytes.of(value), life)));
        List<@Nullable Object> replies = store.changeAll(fullKeys, requests);
        Set<String> refused = new HashSet<>();
        Set<String> notStored = new HashSet<>();
        for (int i = 0; i < fullKeys.size(); i++) {
            Object reply = replies.get(i);
            if (reply instanceof ErrorReply error) {
                if (!error.isFull()) {
                    throw error.failure();
                }
                refused.add(fullKeys.get(i));
            } else if (reply == null) {
                notStored.add(fullKeys.get(i));
            }
        }
        deleteMany(refused);
        notStored.addAll(refused);
        return notStored;
    }

    @Override
    public void deleteMany(Collection<String> fullKeys) {
        if (!fullKeys.isEmpty()) {
            List<String> some = List.copyOf(fullKeys);
            store.changeAll(
                            some,
                            some.stream().map(wireKeys::of).map(Request::delete).toList())
                    .forEach(Store::checked);
        }
    }

    @Override
    public OptionalLong incr(String fullKey, long delta) {
        Object reply = store.change(fullKey, Request.increment(wireKeys.of(fullKey), delta));
        if (reply instanceof ErrorReply error) {
            throw whyNotCounted(error, fullKey, delta);
        }
        return reply instanceof byte[] sum
                ? OptionalLong.of(Long.parseLong(new String(sum, StandardCharsets.US_ASCII)))
                : OptionalLong.empty();
    }

    private RuntimeException whyNotCounted(ErrorReply error, String fullKey, long delta) {
        if (error.isOverflow()) {
            return new ArithmeticException("the sum of the value and " + delta + " does not fit a long");
        }
        if (error.isWrongType() || error.isNotANumber()) {
            Encoded value = EntryBytes.valueOf(store.current(Request.get(wireKeys.of(fullKey))));
            if (value != null && !(decode(value) instanceof Long)) {
                WholeNumbers.sum(decode(value), delta);
            }
            return new UnreadableEntryException("a value that Redis cannot count with: " + error.text());
        }
        return error.failure();
    }

    @Override
    public boolean move(String fromKey, String toKey) {
        if (store.isSharded()) {
            return Backend.super.move(fromKey, toKey);
        }
        Request rename = Request.rename(wireKeys.of(fromKey), wireKeys.of(toKey));
        Object reply = store.changeAll(List.of(fromKey, toKey), List.of(rename)).get(0);
        return !(reply instanceof ErrorReply error && error.isMissing()) && Store.checked(reply) != null;
    }

    @Override
    public void close() {
        store.close();
    }
}
