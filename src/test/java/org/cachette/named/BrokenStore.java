package org.cachette.named;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.cachette.Cache;
import org.cachette.Timeout;
import org.cachette.backend.Backend;
import org.cachette.backend.BackendFactory;
import org.cachette.backend.BackendSettings;
import org.cachette.backend.Encoded;
import org.cachette.backend.Entry;
import org.cachette.backend.ValueFormat;
import org.cachette.config.OnError;
import org.jspecify.annotations.Nullable;

/** A store that fails when it is told to, and counts how often it was asked. */
public final class BrokenStore implements BackendFactory, Backend<Encoded> {

    public final Map<String, Entry<Encoded>> entries = new HashMap<>();
    private final ValueFormat values;
    public boolean down;
    public boolean full;
    public Runnable whileStoring = () -> {};
    public Runnable whileClosing = () -> {};
    public int asked;
    public int closed;

    public BrokenStore(ValueFormat values) {
        this.values = values;
    }

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public Backend<?> create(BackendSettings settings) {
        return this;
    }

    /** A cache on it, as {@link NamedCaches} makes them, that does there what nobody waits for. */
    Cache cache(OnError onError, InstantSource clock, Executor later) {
        Computations computations = new Computations();
        Leases leases = new Leases("pages", computations);
        return new BackendCache<>(
                "pages",
                new CacheKeys("", 1, null, new KeyWarnings("pages")),
                Timeout.ofSeconds(300),
                new GuardedBackend<>(
                        this, new Expiries(clock), new FailurePolicy("pages", onError, clock), leases, later),
                computations,
                leases,
                Runnable::run);
    }

    private void ask() {
        asked++;
        if (down) {
            throw new UncheckedIOException(new IOException("connection refused"));
        }
    }

    private void store(String fullKey, Encoded value, long expiry) {
        ask();
        whileStoring.run();
        if (full) {
            throw new UncheckedIOException(new IOException("no space left"));
        }
        entries.put(fullKey, new Entry<>(value, expiry));
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
    public @Nullable Entry<Encoded> find(String fullKey) {
        ask();
        return entries.get(fullKey);
    }

    @Override
    public void set(String fullKey, Encoded value, long expiry) {
        store(fullKey, value, expiry);
    }

    @Override
    public boolean add(String fullKey, Encoded value, long expiry) {
        ask();
        if (entries.containsKey(fullKey)) {
            return false;
        }
        store(fullKey, value, expiry);
        return true;
    }

    @Override
    public boolean touch(String fullKey, long expiry) {
        ask();
        return entries.containsKey(fullKey);
    }

    @Override
    public boolean delete(String fullKey) {
        ask();
        return entries.remove(fullKey) != null;
    }

    @Override
    public void clear() {
        ask();
        entries.clear();
    }

    @Override
    public void close() {
        closed++;
        whileClosing.run();
    }
}
