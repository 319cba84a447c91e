package org.cachette.named;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.cachette.backend.Backend;
import org.cachette.backend.ChangeFeed;
import org.cachette.backend.Encoded;
import org.cachette.backend.Entry;
import org.cachette.backend.ValueFormat;
import org.cachette.backend.WholeNumbers;
import org.jspecify.annotations.Nullable;

/**
 * Another backend whose entries are signed on their way into the store, and checked on their way out before anything of
 * them is parsed. An entry whose signature is wrong is there but cannot be read. Moving an entry reads it and signs it
 * anew under its new key, so it is not atomic.
 */
class SignedBackend implements Backend<Encoded> {

    private final Backend<Encoded> backend;
    private final Signature signature;

    private SignedBackend(Backend<Encoded> backend, Signature signature) {
        this.backend = backend;
        this.signature = signature;
    }

    static Backend<Encoded> of(Backend<Encoded> backend, Signature signature) {
        return backend instanceof ChangeFeed feed
                ? new WithFeed(backend, feed, signature)
                : new SignedBackend(backend, signature);
    }

    @Override
    public Encoded encode(Object value) {
        return backend.encode(value);
    }

    @Override
    public Object decode(Encoded stored) {
        return backend.decode(stored);
    }

    @Override
    public @Nullable Entry<Encoded> find(String fullKey) {
        Entry<Encoded> entry = backend.find(fullKey);
        return entry == null ? null : new Entry<>(signature.open(fullKey, entry.value()), entry.expiry());
    }

    @Override
    public @Nullable Encoded get(String fullKey) {
        Encoded signed = backend.get(fullKey);
        return signed == null ? null : signature.open(fullKey, signed);
    }

    @Override
    public void set(String fullKey, Encoded value, long expiry) {
        backend.set(fullKey, signature.sign(fullKey, value), expiry);
    }

    @Override
    public boolean add(String fullKey, Encoded value, long expiry) {
        return backend.add(fullKey, signature.sign(fullKey, value), expiry);
    }

    @Override
    public boolean touch(String fullKey, long expiry) {
        return backend.touch(fullKey, expiry);
    }

    @Override
    public boolean delete(String fullKey) {
        return backend.delete(fullKey);
    }

    @Override
    public void clear() {
        backend.clear();
    }

    @Override
    public boolean hasKey(String fullKey) {
        return backend.hasKey(fullKey);
    }

    @Override
    public Map<String, Encoded> getMany(Collection<String> fullKeys) {
        Map<String, Encoded> opened = new HashMap<>();
        backend.getMany(fullKeys).forEach((fullKey, signed) -> opened.put(fullKey, signature.open(fullKey, signed)));
        return opened;
    }

    @Override
    public Map<String, Entry<Encoded>> findMany(Collection<String> fullKeys) {
        Map<String, Entry<Encoded>> opened = new HashMap<>();
        backend.findMany(fullKeys)
                .forEach((fullKey, entry) ->
                        opened.put(fullKey, new Entry<>(signature.open(fullKey, entry.value()), entry.expiry())));
        return opened;
    }

    @Override
    public Set<String> setMany(Map<String, Encoded> values, long expiry) {
        Map<String, Encoded> signed = new HashMap<>();
        values.forEach((fullKey, value) -> signed.put(fullKey, signature.sign(fullKey, value)));
        return backend.setMany(signed, expiry);
    }

    @Override
    public void deleteMany(Collection<String> fullKeys) {
        backend.deleteMany(fullKeys);
    }

    /** The store is to count, and never to parse what is no number. */
    @Override
    public OptionalLong incr(String fullKey, long delta) {
        Encoded found = get(fullKey);
        if (found != null && found.kind() != ValueFormat.NUMBER) {
            WholeNumbers.sum(decode(found), delta);
        }
        return found == null ? OptionalLong.empty() : backend.incr(fullKey, delta);
    }

    @Override
    public void close() {
        backend.close();
    }

    /** A store that tells of changes tells of them signed or not. */
    private static final class WithFeed extends SignedBackend implements ChangeFeed {

        private final ChangeFeed feed;

        WithFeed(Backend<Encoded> backend, ChangeFeed feed, Signature signature) {
            super(backend, signature);
            this.feed = feed;
        }

        @Override
        public void listen(Consumer<String> changed, Runnable everythingChanged) {
            feed.listen(changed, everythingChanged);
        }
    }
}
