package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.cachette.CacheException;
import org.cachette.http.StoredResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Values of every kind. */
public interface ValueContract extends UnderTest {

    @Test
    @Tag("DJ-API-24")
    @Tag("DJ-SER-03")
    @Tag("DJ-API-02")
    default void valuesComeBackEqual() {
        List<Object> values = List.of(
                "",
                "text",
                "ünïcödé 鍵 🔑",
                "half a pair \uD83D",
                "123",
                0L,
                -5L,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                true,
                false,
                'c',
                1.5,
                1.5f,
                Double.NaN,
                new BigDecimal("1.10"),
                BigInteger.TEN.pow(30),
                UUID.randomUUID(),
                URI.create("http://localhost/"),
                Locale.GERMANY,
                Instant.EPOCH,
                Duration.ofDays(1),
                DayOfWeek.MONDAY,
                ZonedDateTime.parse("2026-01-01T00:00:00+01:00[Europe/Berlin]"),
                new Timestamp(0),
                List.of(),
                List.of(1, 2L, "c"),
                Set.of("a"),
                Map.of("a", List.of(1)),
                new ArrayList<>(List.of("a")),
                new TreeMap<>(Map.of("b", 1)),
                new LinkedHashMap<>(Map.of(1, 2)),
                new ConcurrentHashMap<>(Map.of("a", "b")),
                new EnumMap<>(Map.of(DayOfWeek.FRIDAY, 1)),
                new Point(3, 4),
                List.of(new Point(5, 6)));

        for (Object value : values) {
            cache().set("key", value);

            assertThat(cache().get("key").orElseThrow()).isEqualTo(value).hasSameClassAs(value);
        }
    }

    @Test
    @Tag("DJ-API-24")
    default void bytesComeBackAsTheyWere() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        cache().set("bytes", bytes);
        cache().set("none", new byte[0]);
        cache().set("longs", new long[] {1, 2});

        assertThat(cache().get("bytes", byte[].class).orElseThrow()).isEqualTo(bytes);
        assertThat(cache().get("none", byte[].class).orElseThrow()).isEmpty();
        assertThat(cache().get("longs", long[].class).orElseThrow()).containsExactly(1, 2);
    }

    @Test
    default void aLongTextComesBack() {
        String text = "0123456789".repeat(10_000);

        cache().set("text", text);

        assertThat(cache().get("text")).contains(text);
    }

    @Test
    @Tag("DJ-PAGE-25")
    default void aStoredResponseComesBack() {
        StoredResponse response = new StoredResponse(
                200,
                Map.of("Content-Type", List.of("text/plain")),
                "hello".getBytes(StandardCharsets.UTF_8),
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(60));

        cache().set("page", response);

        assertThat(cache().get("page")).contains(response);
    }

    @Test
    @Tag("DJ-API-23")
    default void changingAValueAfterwardsDoesNotChangeTheCache() {
        List<String> list = new ArrayList<>(List.of("a"));
        byte[] bytes = {1};
        cache().set("list", list);
        cache().set("bytes", bytes);

        list.add("b");
        bytes[0] = 2;

        assertThat(cache().get("list")).contains(List.of("a"));
        assertThat(cache().get("bytes", byte[].class).orElseThrow()).containsExactly(1);
    }

    @Test
    @Tag("DJ-API-23")
    default void changingWhatWasReadDoesNotChangeTheCache() {
        cache().set("list", new ArrayList<>(List.of("a")));
        cache().set("bytes", new byte[] {1});

        cache().get("list", ArrayList.class).orElseThrow().clear();
        cache().get("bytes", byte[].class).orElseThrow()[0] = 2;

        assertThat(cache().get("list")).contains(List.of("a"));
        assertThat(cache().get("bytes", byte[].class).orElseThrow()).containsExactly(1);
    }

    @Test
    default void wholeNumbersAreOneKind() {
        cache().set("key", 5);

        assertThat(cache().get("key")).contains(5L);
        assertThat(cache().get("key", Integer.class)).contains(5);
        assertThat(cache().get("key", int.class)).contains(5);
        assertThat(cache().get("key", Byte.class)).contains((byte) 5);
        assertThat(cache().get("key", Number.class)).contains(5L);
        assertThat(cache().getOrDefault("key", (short) 1)).isEqualTo((short) 5);
        assertThat(cache().getOrDefault("key", 1)).isEqualTo(5);
    }

    @Test
    default void aNumberThatDoesNotFitIsAnError() {
        cache().set("key", 300L);

        assertThatThrownBy(() -> cache().get("key", Byte.class))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("\"key\"")
                .hasMessageContaining("java.lang.Long")
                .hasMessageContaining("java.lang.Byte");
        assertThatThrownBy(() -> cache().getOrDefault("key", (byte) 1)).isInstanceOf(CacheException.class);
    }

    @Test
    default void aValueOfAnotherTypeIsAnError() {
        cache().set("key", "text");

        assertThatThrownBy(() -> cache().get("key", Point.class))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("\"key\"")
                .hasMessageContaining("java.lang.String")
                .hasMessageContaining(Point.class.getName());
    }

    @Test
    default void aValueOfARefusedClassNamesTheSetting() {
        assertThatThrownBy(() -> cache().set("key", new java.util.concurrent.atomic.AtomicReference<>(new Refused())))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("cachette.serializer.allow")
                .hasMessageContaining(Refused.class.getName());
    }

    /** Serialisable, but not on the list. */
    final class Refused implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
    }
}
