package org.cachette.fragment;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cachette.Cache;
import org.cachette.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Fragments in a cache. One that fails is a miss here, whatever its own failure policy: a fragment can always be made
 * anew.
 */
final class FragmentEntries {

    private static final Logger LOG = System.getLogger("org.cachette.fragment");

    private final InstantSource clock;
    private final AtomicBoolean warned = new AtomicBoolean();

    FragmentEntries(InstantSource clock) {
        this.clock = clock;
    }

    /** The fragment under that key; null when there is none that may be used. */
    @Nullable
    RenderedFragment find(Cache cache, String key) {
        try {
            Object entry = cache.get(key).orElse(null);
            RenderedFragment fragment =
                    entry instanceof String text ? FragmentFormat.read(text).orElse(null) : null;
            return fragment == null || isOver(fragment) ? null : fragment;
        } catch (RuntimeException e) {
            failed(cache, e);
            return null;
        }
    }

    private boolean isOver(RenderedFragment fragment) {
        return fragment.said()
                .expiresAt()
                .filter(end -> !end.isAfter(clock.instant()))
                .isPresent();
    }

    /** Keeps the fragment as long as it is right, in place of any other. */
    void store(Cache cache, String key, RenderedFragment fragment) {
        try {
            Optional<String> text = isOver(fragment) ? Optional.empty() : FragmentFormat.write(fragment);
            if (text.isPresent()) {
                cache.set(key, text.get(), timeout(fragment));
                warned.set(false);
            }
        } catch (RuntimeException e) {
            failed(cache, e);
        }
    }

    private Timeout timeout(RenderedFragment fragment) {
        return fragment.said()
                .expiresAt()
                .map(end -> Timeout.of(Duration.between(clock.instant(), end)))
                .orElse(Timeout.FOREVER);
    }

    /** Deletes what is under that key. */
    void drop(Cache cache, String key) {
        try {
            cache.delete(key);
        } catch (RuntimeException e) {
            failed(cache, e);
        }
    }

    /** Told once, until a fragment can be stored again: in an outage each request comes here. */
    private void failed(Cache cache, RuntimeException failure) {
        Level level = warned.compareAndSet(false, true) ? Level.WARNING : Level.DEBUG;
        LOG.log(
                level,
                "fragments are made anew, since their cache \"{0}\" failed: {1}",
                cache.name(),
                failure.toString());
    }
}
