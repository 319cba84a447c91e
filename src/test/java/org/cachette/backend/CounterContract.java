package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.cachette.CacheException;
import org.cachette.KeyNotFoundException;
import org.cachette.Timeout;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Counting. */
public interface CounterContract extends UnderTest {

    @Test
    @Tag("DJ-API-10")
    default void incrAddsOneOrTheGivenNumber() {
        cache().set("answer", 41L);

        assertThat(cache().incr("answer")).isEqualTo(42);
        assertThat(cache().incr("answer", 10)).isEqualTo(52);
        assertThat(cache().incr("answer", -10)).isEqualTo(42);
        assertThat(cache().get("answer")).contains(42L);
    }

    @Test
    @Tag("DJ-API-11")
    default void decrSubtracts() {
        cache().set("answer", 43L);

        assertThat(cache().decr("answer")).isEqualTo(42);
        assertThat(cache().decr("answer", 10)).isEqualTo(32);
        assertThat(cache().decr("answer", -10)).isEqualTo(42);
    }

    @Test
    @Tag("DJ-MC-09")
    default void countsGoBelowZero() {
        cache().set("count", 5L);

        assertThat(cache().decr("count", 10)).isEqualTo(-5);
        assertThat(cache().incr("count", 2)).isEqualTo(-3);
    }

    @Test
    @Tag("DJ-API-12")
    @Tag("DJ-API-14")
    default void aMissingKeyIsNotCounted() {
        assertThatThrownBy(() -> cache().incr("missing"))
                .isInstanceOf(KeyNotFoundException.class)
                .hasMessageContaining("\"missing\"");
        assertThatThrownBy(() -> cache().decr("missing", -5)).isInstanceOf(KeyNotFoundException.class);
        assertThat(cache().hasKey("missing")).isFalse();
    }

    @Test
    @Tag("DJ-API-12")
    default void anExpiredKeyIsNotCounted() {
        cache().set("count", 1L, Timeout.ofSeconds(1));
        passTime(Duration.ofSeconds(2));

        assertThatThrownBy(() -> cache().incr("count")).isInstanceOf(KeyNotFoundException.class);
    }

    @Test
    @Tag("DJ-API-13")
    default void whatIsNoWholeNumberIsNotCountedAndStays() {
        for (Object value : List.of("text", 1.5, true, List.of(1L), new Point(1, 2), new byte[] {49})) {
            cache().set("key", value);

            assertThatThrownBy(() -> cache().incr("key"))
                    .isInstanceOf(CacheException.class)
                    .isNotInstanceOf(KeyNotFoundException.class)
                    .hasMessageContaining("\"key\"");
            assertThat(cache().get("key").orElseThrow()).isEqualTo(value);
        }
    }

    @Test
    @Tag("DJ-API-13")
    default void theErrorNamesTheType() {
        cache().set("key", new Point(1, 2));

        assertThatThrownBy(() -> cache().incr("key")).hasMessageContaining(Point.class.getName());
    }

    @Test
    default void anOverflowIsAnErrorAndTheCountStays() {
        cache().set("most", Long.MAX_VALUE);
        cache().set("least", Long.MIN_VALUE);

        assertThatThrownBy(() -> cache().incr("most")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> cache().decr("least")).isInstanceOf(ArithmeticException.class);
        assertThat(cache().get("most")).contains(Long.MAX_VALUE);
        assertThat(cache().get("least")).contains(Long.MIN_VALUE);
    }

    @Test
    @Tag("DJ-API-16")
    @Tag("DJ-LOCMEM-17")
    default void countingKeepsTheRemainingLife() {
        cache().set("short", 1L, Timeout.ofSeconds(2));
        cache().set("long", 1L, Timeout.FOREVER);

        cache().incr("short");
        cache().incr("long");
        passTime(Duration.ofSeconds(3));

        assertThat(cache().get("short")).isEmpty();
        assertThat(cache().get("long")).contains(2L);
    }

    @Test
    default void allWholeNumbersAreCounted() {
        cache().set("byte", (byte) 1);
        cache().set("short", (short) 1);
        cache().set("int", 1);

        assertThat(cache().incr("byte")).isEqualTo(2);
        assertThat(cache().incr("short")).isEqualTo(2);
        assertThat(cache().incr("int")).isEqualTo(2);
    }
}
