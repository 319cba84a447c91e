package org.cachette.backend.jcache;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/** The way to a provider's cache, found when first needed and again after it was closed by whomever. */
final class Connection {

    private final Origin origin;
    private final String name;
    private final Changes changes = new Changes();
    private final AtomicLong closings = new AtomicLong();
    private volatile @Nullable Opened opened;

    Connection(Origin origin, String name) {
        this.origin = origin;
        this.name = name;
    }

    private record Opened(Cache<Object, Object> cache, Texts texts) {

        boolean isUsable() {
            return !cache.isClosed() && !cache.getCacheManager().isClosed();
        }
    }

    Texts texts() {
        Opened now = opened;
        return now != null && now.isUsable() ? now.texts() : origin.exclusively(this::open);
    }

    private Texts open() {
        Opened before = opened;
        if (before != null && before.isUsable()) {
            return before.texts();
        }
        long closingsBefore = closings.get();
        Cache<Object, Object> cache = ProviderCaches.open(origin.open(this), name);
        Texts texts = ProviderCaches.texts(cache);
        changes.hear(cache);
        opened = new Opened(cache, texts);
        if (closings.get() != closingsBefore) {
            leave();
            throw new IllegalStateException("the cache was closed while its JCache provider was being opened");
        }
        return texts;
    }

    /** Calls for what others change, also over caches opened later; of what is missed in between it tells as of all. */
    void listen(Consumer<String> changed, Runnable everythingChanged) {
        changes.add(changed, everythingChanged);
        origin.exclusively(() -> {
            Opened now = opened;
            if (now != null && now.isUsable()) {
                changes.hear(now.cache());
            }
            return true;
        });
    }

    /** Leaves nothing of ours in the provider; where it is just being opened, whoever opens it does so. */
    void close() {
        closings.incrementAndGet();
        origin.exclusivelyIfFree(this::leave);
    }

    private void leave() {
        Opened before = opened;
        opened = null;
        if (before != null && before.isUsable()) {
            changes.leave(before.cache());
        }
        origin.release(this);
    }
}
