package org.cachette.named;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.cachette.AsyncCache;
import org.cachette.Timeout;

/**
 * Runs each operation of a cache, bulk operations in one go, on an executor's thread. Keys and values are those of the
 * call, whatever the caller does with them afterwards.
 */
record AsyncView(BackendCache<?> cache, Executor executor) implements AsyncCache {

    /** The stage has what the operation throws as it is, not wrapped. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private <T> CompletionStage<T> run(Callable<T> operation) {
        CompletableFuture<T> stage = new CompletableFuture<>();
        try {
            executor.execute(() -> complete(stage, operation));
        } catch (RuntimeException e) {
            stage.completeExceptionally(e);
        }
        return stage;
    }

    /** Prepares an operation at once and runs it as the others. */
    @SuppressWarnings("FutureReturnValueIgnored") // it is the result
    private <T> CompletionStage<T> prepare(Supplier<Callable<T>> preparation) {
        Callable<T> operation;
        try {
            operation = preparation.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
        return run(operation);
    }

    private static <T> void complete(CompletableFuture<T> stage, Callable<T> operation) {
        try {
            stage.complete(operation.call());
        } catch (Throwable e) {
            stage.completeExceptionally(e);
        }
    }

    @Override
    public String name() {
        return cache.name();
    }

    @Override
    public AsyncCache version(int version) {
        return new AsyncView(cache.version(version), executor);
    }

    @Override
    public CompletionStage<Optional<Object>> get(String key) {
        requireNonNull(key, "key");
        return run(() -> cache.get(key));
    }

    @Override
    public <T> CompletionStage<Optional<T>> get(String key, Class<T> type) {
        requireNonNull(key, "key");
        requireNonNull(type, "type");
        return run(() -> cache.get(key, type));
    }

    @Override
    public <T> CompletionStage<T> getOrDefault(String key, T fallback) {
        requireNonNull(key, "key");
        requireNonNull(fallback, "fallback");
        return run(() -> cache.getOrDefault(key, fallback));
    }

    @Override
    public CompletionStage<Void> set(String key, Object value) {
        return set(key, value, cache.timeout());
    }

    @Override
    public CompletionStage<Void> set(String key, Object value, Timeout timeout) {
        requireNonNull(key, "key");
        requireNonNull(value, "value");
        requireNonNull(timeout, "timeout");
        return prepare(() -> {
            Runnable setting = cache.setting(key, value, timeout);
            return () -> {
                setting.run();
                return null;
            };
        });
    }

    @Override
    public CompletionStage<Boolean> add(String key, Object value) {
        return add(key, value, cache.timeout());
    }

    @Override
    public CompletionStage<Boolean> add(String key, Object value, Timeout timeout) {
        requireNonNull(key, "key");
        requireNonNull(value, "value");
        requireNonNull(timeout, "timeout");
        return prepare(() -> cache.adding(key, value, timeout)::getAsBoolean);
    }

    @Override
    public CompletionStage<Boolean> touch(String key) {
        requireNonNull(key, "key");
        return run(() -> cache.touch(key));
    }

    @Override
    public CompletionStage<Boolean> touch(String key, Timeout timeout) {
        requireNonNull(key, "key");
        requireNonNull(timeout, "timeout");
        return run(() -> cache.touch(key, timeout));
    }

    @Override
    public <T> CompletionStage<T> getOrSet(String key, Supplier<? extends T> value) {
        requireNonNull(key, "key");
        requireNonNull(value, "value");
        return run(() -> cache.getOrSet(key, value));
    }

    @Override
    public <T> CompletionStage<T> getOrSet(String key, Supplier<? extends T> value, Timeout timeout) {
        requireNonNull(key, "key");
        requireNonNull(value, "value");
        requireNonNull(timeout, "timeout");
        return run(() -> cache.getOrSet(key, value, timeout));
    }

    @Override
    public <T> CompletionStage<T> getOrSet(String key, Class<T> type, Supplier<? extends T> value) {
        requireNonNull(key, "key");
        requireNonNull(type, "type");
        requireNonNull(value, "value");
        return run(() -> cache.getOrSet(key, type, value));
    }

    @Override
    public <T> CompletionStage<T> getOrSet(String key, Class<T> type, Supplier<? extends T> value, Timeout timeout) {
        requireNonNull(key, "key");
        requireNonNull(type, "type");
        requireNonNull(value, "value");
        requireNonNull(timeout, "timeout");
        return run(() -> cache.getOrSet(key, type, value, timeout));
    }

    @Override
    public CompletionStage<Map<String, Object>> getMany(Collection<String> keys) {
        requireNonNull(keys, "keys");
        List<String> given = new ArrayList<>(keys);
        return run(() -> cache.getMany(given));
    }

    @Override
    public CompletionStage<Set<String>> setMany(Map<String, ?> values) {
        return setMany(values, cache.timeout());
    }

    @Override
    public CompletionStage<Set<String>> setMany(Map<String, ?> values, Timeout timeout) {
        requireNonNull(values, "values");
        requireNonNull(timeout, "timeout");
        return prepare(() -> cache.settingMany(values, timeout)::get);
    }

    @Override
    public CompletionStage<Boolean> delete(String key) {
        requireNonNull(key, "key");
        return run(() -> cache.delete(key));
    }

    @Override
    public CompletionStage<Void> deleteMany(Collection<String> keys) {
        requireNonNull(keys, "keys");
        List<String> given = new ArrayList<>(keys);
        return run(() -> {
            cache.deleteMany(given);
            return null;
        });
    }

    @Override
    public CompletionStage<Boolean> hasKey(String key) {
        requireNonNull(key, "key");
        return run(() -> cache.hasKey(key));
    }

    @Override
    public CompletionStage<Void> clear() {
        return run(() -> {
            cache.clear();
            return null;
        });
    }

    @Override
    public CompletionStage<Long> incr(String key) {
        requireNonNull(key, "key");
        return run(() -> cache.incr(key));
    }

    @Override
    public CompletionStage<Long> incr(String key, long delta) {
        requireNonNull(key, "key");
        return run(() -> cache.incr(key, delta));
    }

    @Override
    public CompletionStage<Long> decr(String key) {
        requireNonNull(key, "key");
        return run(() -> cache.decr(key));
    }

    @Override
    public CompletionStage<Long> decr(String key, long delta) {
        requireNonNull(key, "key");
        return run(() -> cache.decr(key, delta));
    }

    @Override
    public CompletionStage<Integer> incrVersion(String key) {
        requireNonNull(key, "key");
        return run(() -> cache.incrVersion(key));
    }

    @Override
    public CompletionStage<Integer> incrVersion(String key, int delta) {
        requireNonNull(key, "key");
        return run(() -> cache.incrVersion(key, delta));
    }

    @Override
    public CompletionStage<Integer> decrVersion(String key) {
        requireNonNull(key, "key");
        return run(() -> cache.decrVersion(key));
    }

    @Override
    public CompletionStage<Integer> decrVersion(String key, int delta) {
        requireNonNull(key, "key");
        return run(() -> cache.decrVersion(key, delta));
    }

    @Override
    public CompletionStage<Void> close() {
        return run(() -> {
            cache.close();
            return null;
        });
    }
}
