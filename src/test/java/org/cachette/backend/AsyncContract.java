package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.cachette.AsyncCache;
import org.cachette.KeyNotFoundException;
import org.cachette.Timeout;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same as stages. */
public interface AsyncContract extends UnderTest {

    private static <T> T result(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @Test
    @Tag("DJ-ASYNC-01")
    @Tag("DJ-ASYNC-04")
    @Tag("DJ-ASYNC-06")
    default void eachSingleOperationHasItsStage() throws Exception {
        AsyncCache async = cache().async();

        assertThat(result(async.add("key", 1))).isTrue();
        result(async.set("key", 41));
        result(async.set("key", 41, Timeout.FOREVER));
        assertThat(result(async.get("key"))).contains(41L);
        assertThat(result(async.get("key", Integer.class))).contains(41);
        assertThat(result(async.getOrDefault("key", 1))).isEqualTo(41);
        assertThat(result(async.incr("key"))).isEqualTo(42);
        assertThat(result(async.incr("key", 2))).isEqualTo(44);
        assertThat(result(async.decr("key"))).isEqualTo(43);
        assertThat(result(async.decr("key", 1))).isEqualTo(42);
        assertThat(result(async.touch("key"))).isTrue();
        assertThat(result(async.hasKey("key"))).isTrue();
        assertThat(result(async.delete("key"))).isTrue();
        assertThat(result(async.<String>getOrSet("key", () -> "new"))).isEqualTo("new");
        result(async.clear());
        assertThat(result(async.hasKey("key"))).isFalse();
        result(async.close());
    }

    @Test
    @Tag("DJ-ASYNC-01")
    @Tag("DJ-ASYNC-03")
    default void eachBulkOperationHasItsStage() throws Exception {
        AsyncCache async = cache().async();

        assertThat(result(async.setMany(Map.of("a", 1, "b", 2)))).isEmpty();
        assertThat(result(async.getMany(List.of("a", "b")))).isEqualTo(Map.of("a", 1L, "b", 2L));
        result(async.deleteMany(List.of("a")));
        assertThat(result(async.getMany(List.of("a", "b")))).isEqualTo(Map.of("b", 2L));
    }

    @Test
    @Tag("DJ-ASYNC-01")
    default void versionsHaveTheirStages() throws Exception {
        AsyncCache two = cache().async().version(2);
        result(two.set("key", "value"));

        assertThat(two.name()).isEqualTo("default");
        assertThat(result(two.incrVersion("key"))).isEqualTo(3);
        assertThat(result(two.version(3).decrVersion("key", 2))).isEqualTo(1);
        assertThat(cache().get("key")).contains("value");
    }

    @Test
    @Tag("DJ-ASYNC-01")
    default void aFailureCompletesTheStageAsItIs() {
        AsyncCache async = cache().async();

        assertThatThrownBy(() -> result(async.incr("missing")))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isExactlyInstanceOf(KeyNotFoundException.class);
    }

    @Test
    @Tag("DJ-ASYNC-07")
    default void keysAreCheckedThroughStagesToo() throws Exception {
        try (LogRecords log = new LogRecords()) {
            result(cache().async().get("a blank"));

            assertThat(log.warnings()).hasSize(1);
        }
    }
}
