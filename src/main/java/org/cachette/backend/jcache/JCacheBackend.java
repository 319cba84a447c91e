package org.cachette.backend.jcache;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.cachette.backend.Backend;
import org.cachette.backend.ChangeFeed;
import org.cachette.backend.Encoded;
import org.cachette.backend.Entry;
import org.cachette.backend.ValueFormat;
import org.cachette.backend.WholeNumbers;
import org.jspecify.annotations.Nullable;

/**
 * A cache's entries in a JCache provider. The expiry is in the entry and is judged here, by our own clock; what has
 * expired goes when it is met, and where the provider knows a life of single entries by itself too. {@code add}, {@code
 * touch} and {@code incr} compare and swap, and are atomic as far as the provider's {@code replace} is.
 */
final class JCacheBackend implements Backend<Encoded>, ChangeFeed {

    /** How much longer the provider keeps an entry: its clock, and those of other members, are not ours. */
    private static final long LEEWAY = 60_000;

    private final ValueFormat values;
    private final InstantSource clock;
    private final Connection connection;

    JCacheBackend(ValueFormat values, InstantSource clock, Connection connection) {
        this.values = values;
        this.clock = clock;
        this.connection = connection;
    }

    @Override
    public Encoded encode(Object value) {
        return values.encode(value);
    }

    @Override
    public Object decode(Encoded stored) {
        return values.decode(stored);
    }

    private long life(long expiry) {
        long life = expiry == Entry.NEVER ? Texts.FOR_EVER : expiry - clock.millis() + LEEWAY;
        return Math.max(1, life);
    }

    /** The entry in what was found; null when that has expired. */
    private @Nullable Entry<Encoded> live(@Nullable Object found) {
        Entry<Encoded> entry = found == null ? null : EntryText.parse(found);
        return entry == null || entry.isExpired(clock.millis()) ? null : entry;
    }

    @Override
    public @Nullable Entry<Encoded> find(String fullKey) {
        Texts texts = connection.texts();
        String key = ProviderKeys.of(fullKey);
        Object found = texts.get(key);
        Entry<Encoded> entry = live(found);
        if (found != null && entry == null) {
            texts.remove(key, found);
        }
        return entry;
    }

    @Override
    public void set(String fullKey, Encoded value, long expiry) {
        connection.texts().put(ProviderKeys.of(fullKey), EntryText.of(value, expiry), life(expiry));
    }

    @Override
    public boolean add(String fullKey, Encoded value, long expiry) {
        Texts texts = connection.texts();
        String key = ProviderKeys.of(fullKey);
        String text = EntryText.of(value, expiry);
        while (!texts.putIfAbsent(key, text, life(expiry))) {
            Object found = texts.get(key);
            if (live(found) != null) {
                return false;
            }
            if (found instanceof String expired && texts.replace(key, expired, text, life(expiry))) {
                return true;
            }
        }
        return true;
    }

    @Override
    public boolean touch(String fullKey, long expiry) {
        Texts texts = connection.texts();
        String key = ProviderKeys.of(fullKey);
        while (texts.get(key) instanceof String old) {
            Entry<Encoded> entry = live(old);
            if (entry == null || entry.value().kind() == ValueFormat.FOREIGN) {
                return false;
            }
            if (texts.replace(key, old, EntryText.of(entry.value(), expiry), life(expiry))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public OptionalLong incr(String fullKey, long delta) {
        Texts texts = connection.texts();
        String key = ProviderKeys.of(fullKey);
        while (true) {
            Object old = texts.get(key);
            Entry<Encoded> entry = live(old);
            if (entry == null) {
                return OptionalLong.empty();
            }
            long sum = WholeNumbers.sum(decode(entry.value()), delta);
            String text = EntryText.of(encode(sum), entry.expiry());
            if (texts.replace(key, String.valueOf(old), text, life(entry.expiry()))) {
                return OptionalLong.of(sum);
            }
        }
    }

    @Override
    public boolean delete(String fullKey) {
        return live(connection.texts().getAndRemove(ProviderKeys.of(fullKey))) != null;
    }

    @Override
    public void clear() {
        connection.texts().removeAll();
    }

    @Override
    public Map<String, Entry<Encoded>> findMany(Collection<String> fullKeys) {
        Map<String, Entry<Encoded>> entries = new HashMap<>();
        connection.texts().getAll(keys(fullKeys)).forEach((key, found) -> {
            Entry<Encoded> entry = live(found);
            if (entry != null) {
                entries.put(ProviderKeys.fullKey(key), entry);
            }
        });
        return entries;
    }

    @Override
    public Set<String> setMany(Map<String, Encoded> newValues, long expiry) {
        Map<String, String> texts = new HashMap<>();
        newValues.forEach((fullKey, value) -> texts.put(ProviderKeys.of(fullKey), EntryText.of(value, expiry)));
        connection.texts().putAll(texts, life(expiry));
        return Set.of();
    }

    @Override
    public void deleteMany(Collection<String> fullKeys) {
        connection.texts().removeAll(keys(fullKeys));
    }

    private static Set<String> keys(Collection<String> fullKeys) {
        return fullKeys.stream().map(ProviderKeys::of).collect(Collectors.toSet());
    }

    @Override
    public void listen(Consumer<String> changed, Runnable everythingChanged) {
        connection.listen(changed, everythingChanged);
    }

    /** As the first operation would. */
    void open() {
        connection.texts();
    }

    @Override
    public void close() {
        connection.close();
    }
}
