package org.cachette.value;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.cachette.Cache;
import org.cachette.Caches;
import org.cachette.Timeout;
import org.cachette.named.Computations;
import org.cachette.page.Changes;
import org.cachette.page.Exchange;
import org.cachette.page.OwnChanges;
import org.jspecify.annotations.Nullable;

/** The results of methods. A cache that fails is a miss here. Safe for use by several threads. */
public final class ValueCache {

    private static final Logger LOG = System.getLogger("org.cachette.value");

    private final Caches caches;
    private final Computations computations;
    private final OwnChanges own;
    private final Supplier<@Nullable Exchange> current;
    private final Changes changes = new Changes();
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    /**
     * @param computations those of the caches, so that their suppliers and these methods never wait in a circle
     * @param own what the caller is about to change
     * @param current the exchange of the current request; null where there is none
     */
    public ValueCache(Caches caches, Computations computations, OwnChanges own, Supplier<@Nullable Exchange> current) {
        this.caches = caches;
        this.computations = computations;
        this.own = own;
        this.current = current;
    }

    /**
     * What a method has given.
     *
     * @param saying whether it has said how the response is to be cached, which who gets the value would not say
     */
    private record Result(@Nullable Object value, boolean saying) {}

    /** Carries what a method threw. */
    private static final class Thrown extends RuntimeException {

        private static final long serialVersionUID = 1;

        Thrown(Exception cause) {
            super(null, cause, false, false);
        }
    }

    /** The result of a call: from the cache, or of {@code body}, whose exception is the caller's. */
    public @Nullable Object get(
            CachedMethod method, @Nullable Object @Nullable [] arguments, Callable<? extends @Nullable Object> body)
            throws Exception {
        Cache cache = caches.get(method.cache());
        String key = method.key(arguments);
        if (method.timeout().filter(Timeout.NONE::equals).isPresent() || own.contains(cache.name(), key)) {
            return body.call();
        }
        long stamp = (int) changes.stamp(hash(cache.name(), key));
        Result found = find(cache, method, key);
        if (found != null) {
            return found.value();
        }
        return method.type().staged()
                ? staged(cache, method, key, stamp, body)
                : computed(cache, method, key, stamp, body);
    }

    private @Nullable Object computed(
            Cache cache, CachedMethod method, String key, long stamp, Callable<? extends @Nullable Object> body)
            throws Exception {
        try {
            Computations.Outcome outcome =
                    computations.run(new Computations.Place(cache.name(), "value " + key, stamp), () -> {
                        Result meanwhile = find(cache, method, key);
                        return meanwhile != null ? meanwhile : called(cache, method, key, stamp, body);
                    });
            Result given = (Result) outcome.value();
            if (given.saying() && !outcome.own()) {
                return body.call();
            }
            // Who waited gets a copy of its own, where there is one.
            Result copy = outcome.own() ? null : find(cache, method, key);
            return copy != null ? copy.value() : given.value();
        } catch (Thrown thrown) {
            throw (Exception) thrown.getCause();
        }
    }

    private Result called(
            Cache cache, CachedMethod method, String key, long stamp, Callable<? extends @Nullable Object> body) {
        int saidBefore = declarations();
        @Nullable Object result;
        try {
            result = body.call();
        } catch (Exception e) {
            throw new Thrown(e);
        }
        boolean saying = declarations() != saidBefore;
        if (saying) {
            saysMore(cache, method);
        } else {
            store(cache, method, key, stamp, result);
        }
        return new Result(result, saying);
    }

    private int declarations() {
        Exchange exchange = current.get();
        return exchange == null ? 0 : exchange.declarationCount();
    }

    /** A hit would leave that out: a page that is private would be one for all. */
    private void saysMore(Cache cache, CachedMethod method) {
        failed(cache, method, "they come with what is said about the caching of the page: say that outside of it");
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it is the result
    private @Nullable Object staged(
            Cache cache, CachedMethod method, String key, long stamp, Callable<? extends @Nullable Object> body)
            throws Exception {
        int saidBefore = declarations();
        Object stage = body.call();
        if (stage == null) {
            return null;
        }
        if (declarations() != saidBefore) {
            saysMore(cache, method);
            return stage;
        }
        return Stages.before((CompletionStage<?>) stage, (result, failure) -> {
            if (failure == null) {
                store(cache, method, key, stamp, result);
            }
        });
    }

    private @Nullable Result find(Cache cache, CachedMethod method, String key) {
        try {
            Object kept = cache.get(key).orElse(null);
            return kept == null || !method.type().accepts(kept)
                    ? null
                    : new Result(method.type().result(kept), false);
        } catch (RuntimeException e) {
            failed(cache, method, e.toString());
            return null;
        }
    }

    private void store(Cache cache, CachedMethod method, String key, long stamp, @Nullable Object result) {
        try {
            Object kept = method.type().kept(result);
            if (kept == null) {
                failed(
                        cache,
                        method,
                        "a " + String.valueOf(result) + " would come back as something else: declare its type");
            } else if (changes.storeUnlessChanged(
                    hash(cache.name(), key), stamp, () -> set(cache, method, key, kept))) {
                warned.remove(method.name());
            }
        } catch (RuntimeException e) {
            failed(cache, method, e.toString());
        }
    }

    private static void set(Cache cache, CachedMethod method, String key, Object kept) {
        if (method.timeout().isPresent()) {
            cache.set(key, kept, method.timeout().get());
        } else {
            cache.set(key, kept);
        }
    }

    /** Says that somebody begins to change what stands under that key. */
    void opened(String cache, String key) {
        changes.opened(hash(cache, key));
    }

    /** Says that the change is over, and whether it holds. */
    void closed(String cache, String key, boolean changed) {
        changes.closed(hash(cache, key));
        if (changed) {
            caches.get(cache).delete(key);
        }
    }

    private static int hash(String cache, String key) {
        return 31 * cache.hashCode() + key.hashCode();
    }

    /** Told once, until a result can be stored again: in an outage each call comes here. */
    private void failed(Cache cache, CachedMethod method, String why) {
        LOG.log(
                warned.add(method.name()) ? Level.WARNING : Level.DEBUG,
                "the results of {0} are not kept in cache \"{1}\": {2}",
                method.name(),
                cache.name(),
                why);
    }
}
