package org.cachette.named;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.cachette.AsyncCache;
import org.cachette.Cache;
import org.cachette.CacheException;
import org.cachette.backend.Beans;
import org.cachette.backend.Configs;
import org.cachette.backend.ManualClock;
import org.cachette.backend.Problems;
import org.cachette.config.Settings;
import org.junit.jupiter.api.Test;

/** What callers change before their operation has its turn. */
final class AsyncViewTest {

    private final List<Runnable> later = new ArrayList<>();
    private final Cache cache = new NamedCaches(
                    Settings.read(Configs.of()), new ManualClock(), Beans.NONE, later::add, new Problems())
            .getDefault();

    @Test
    void valuesAreStoredAsTheyWereGiven() {
        List<String> value = new ArrayList<>(List.of("a"));
        Map<String, Object> values = new HashMap<>(Map.of("many", value));
        cache.async().set("set", value);
        cache.async().add("added", value);
        cache.async().setMany(values);

        value.add("b");
        values.clear();
        later.forEach(Runnable::run);

        List<String> given = List.of("a");
        assertThat(cache.getMany(List.of("set", "added", "many")))
                .isEqualTo(Map.of("set", given, "added", given, "many", given));
    }

    @Test
    void keysAreThoseThatWereGiven() {
        cache.setMany(Map.of("a", 1, "b", 2));
        List<String> keys = new ArrayList<>(List.of("a"));
        CompletableFuture<Map<String, Object>> found =
                cache.async().getMany(keys).toCompletableFuture();
        cache.async().deleteMany(keys);

        keys.set(0, "b");
        later.forEach(Runnable::run);

        assertThat(found.join()).isEqualTo(Map.of("a", 1L));
        assertThat(cache.getMany(List.of("a", "b"))).isEqualTo(Map.of("b", 2L));
    }

    @Test
    void aRefusedValueFailsTheStageNotTheCall() {
        CompletableFuture<Void> refused = cache.async().set("key", new Object()).toCompletableFuture();
        later.forEach(Runnable::run);

        assertThatThrownBy(refused::join).hasCauseInstanceOf(CacheException.class);
    }

    @Test
    void suppliersMayWaitForOperationsThoughAllThreadsRunSuppliers() {
        Cache busy = new NamedCaches(Settings.read(Configs.of()), new ManualClock()).getDefault();
        busy.set("other", "value");
        CountDownLatch all = new CountDownLatch(64);

        List<CompletableFuture<Object>> values = IntStream.range(0, 200)
                .mapToObj(i -> busy.async()
                        .getOrSet("key" + i, () -> {
                            all.countDown();
                            await(all);
                            return busy.async()
                                    .get("other")
                                    .toCompletableFuture()
                                    .join()
                                    .orElseThrow();
                        })
                        .toCompletableFuture())
                .toList();

        CompletableFuture.allOf(values.toArray(CompletableFuture[]::new))
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        assertThat(values).allSatisfy(each -> assertThat(each.join()).isEqualTo("value"));
    }

    @Test
    void operationsMayFollowOneAnotherWithoutEnd() {
        Cache busy = new NamedCaches(Settings.read(Configs.of()), new ManualClock()).getDefault();
        busy.set("count", 0);

        assertThat(count(busy.async(), 20_000).toCompletableFuture().join()).isEqualTo(20_000);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CompletionStage<Long> count(AsyncCache cache, long end) {
        return cache.incr("count")
                .thenCompose(sum -> sum == end ? CompletableFuture.completedFuture(sum) : count(cache, end));
    }
}
