package org.cachette;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The operations of a {@link Cache} as {@link CompletionStage}s of the boxed results. What {@code Cache} throws, the
 * stage completes exceptionally with; a null argument is thrown at once. Suppliers run on the thread of the stage, not
 * on the caller's.
 *
 * <p>Safe for use by several threads. Django: the methods {@code aget}, {@code aset} and so on.
 */
public interface AsyncCache {

    /** As {@link Cache#name()}. */
    String name();

    /** As {@link Cache#version(int)}. */
    AsyncCache version(int version);

    CompletionStage<Optional<Object>> get(String key);

    <T> CompletionStage<Optional<T>> get(String key, Class<T> type);

    <T> CompletionStage<T> getOrDefault(String key, T fallback);

    CompletionStage<Void> set(String key, Object value);

    CompletionStage<Void> set(String key, Object value, Timeout timeout);

    CompletionStage<Boolean> add(String key, Object value);

    CompletionStage<Boolean> add(String key, Object value, Timeout timeout);

    CompletionStage<Boolean> touch(String key);

    CompletionStage<Boolean> touch(String key, Timeout timeout);

    <T> CompletionStage<T> getOrSet(String key, Supplier<? extends T> value);

    <T> CompletionStage<T> getOrSet(String key, Supplier<? extends T> value, Timeout timeout);

    <T> CompletionStage<T> getOrSet(String key, Class<T> type, Supplier<? extends T> value);

    <T> CompletionStage<T> getOrSet(String key, Class<T> type, Supplier<? extends T> value, Timeout timeout);

    CompletionStage<Map<String, Object>> getMany(Collection<String> keys);

    CompletionStage<Set<String>> setMany(Map<String, ?> values);

    CompletionStage<Set<String>> setMany(Map<String, ?> values, Timeout timeout);

    CompletionStage<Boolean> delete(String key);

    CompletionStage<Void> deleteMany(Collection<String> keys);

    CompletionStage<Boolean> hasKey(String key);

    CompletionStage<Void> clear();

    CompletionStage<Long> incr(String key);

    CompletionStage<Long> incr(String key, long delta);

    CompletionStage<Long> decr(String key);

    CompletionStage<Long> decr(String key, long delta);

    CompletionStage<Integer> incrVersion(String key);

    CompletionStage<Integer> incrVersion(String key, int delta);

    CompletionStage<Integer> decrVersion(String key);

    CompletionStage<Integer> decrVersion(String key, int delta);

    CompletionStage<Void> close();
}
