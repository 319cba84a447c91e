package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.cachette.CacheException;
import org.cachette.Timeout;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Computing what is not there. */
public interface GetOrSetContract extends UnderTest {

    @Test
    @Tag("DJ-API-17")
    default void aHitNeverRunsTheSupplier() {
        cache().set("key", "value");

        String value = cache().getOrSet("key", () -> {
            throw new AssertionError("must not run");
        });

        assertThat(value).isEqualTo("value");
    }

    @Test
    @Tag("DJ-API-18")
    @Tag("DJ-API-21")
    default void aMissRunsTheSupplierOnceAndStoresItsValue() {
        AtomicInteger runs = new AtomicInteger();
        Supplier<String> supplier = () -> "run " + runs.incrementAndGet();

        assertThat(cache().<String>getOrSet("key", supplier)).isEqualTo("run 1");
        assertThat(cache().<String>getOrSet("key", supplier)).isEqualTo("run 1");
        assertThat(cache().get("key")).contains("run 1");
    }

    @Test
    @Tag("DJ-API-18")
    default void whoeverStoredFirstGivesTheValueForAll() {
        String value = cache().getOrSet("key", () -> {
            cache().set("key", "theirs");
            return "mine";
        });

        assertThat(value).isEqualTo("theirs");
        assertThat(cache().get("key")).contains("theirs");
    }

    @Test
    @Tag("DJ-API-19")
    default void withNoTimeoutTheComputedValueIsGivenAndNotKept() {
        assertThat(cache().<String>getOrSet("key", () -> "value", Timeout.NONE)).isEqualTo("value");
        assertThat(cache().hasKey("key")).isFalse();
    }

    @Test
    default void aSupplierThatGivesNullIsTheCallersMistake() {
        assertThatThrownBy(() -> cache().getOrSet("key", GetOrSetContract::noValue))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("\"key\"");
        assertThat(cache().hasKey("key")).isFalse();
    }

    @SuppressWarnings("NullAway") // what callers without checks give
    private static String noValue() {
        return null;
    }

    @Test
    default void aFailingSupplierStoresNothingAndThrowsAsItIs() {
        assertThatThrownBy(() -> cache().getOrSet("key", () -> {
                    throw new IllegalStateException("no database");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no database");
        assertThat(cache().hasKey("key")).isFalse();
    }

    @Test
    default void aNarrowNumberWithoutATypeIsRefusedAtOnce() {
        assertThatThrownBy(() -> cache().<Object>getOrSet("key", () -> 5))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("java.lang.Integer")
                .hasMessageContaining("\"key\"");
        assertThat(cache().hasKey("key")).isFalse();
    }

    @Test
    default void aNarrowNumberWithItsTypeIsConvertedOnEachRead() {
        assertThat(cache().getOrSet("key", Integer.class, () -> 5)).isEqualTo(5);
        assertThat(cache().getOrSet("key", Integer.class, () -> 6)).isEqualTo(5);
    }

    @Test
    default void aStoredValueOfAnotherTypeIsAnError() {
        cache().set("key", "text");

        assertThatThrownBy(() -> cache().getOrSet("key", Integer.class, () -> 5))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("\"key\"")
                .hasMessageContaining("java.lang.String")
                .hasMessageContaining("java.lang.Integer");
    }

    @Test
    default void aRefusedValueOfASupplierIsAnError() {
        assertThatThrownBy(() -> cache().<Object>getOrSet("key", () -> new Object() {}))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("\"key\"");
    }
}
