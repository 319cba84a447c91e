package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.cachette.CacheException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DJ-SER-05")
final class JsonSerializerTest {

    private static final JsonSerializer SERIALIZER =
            new JsonSerializer(AllowList.of(Place.class.getName()), JsonSerializerTest.class.getClassLoader());

    /** A plain bean, not serialisable by Java. */
    public static final class Place {
        private String town = "";
        private int people;

        public String getTown() {
            return town;
        }

        public void setTown(String town) {
            this.town = town;
        }

        public int getPeople() {
            return people;
        }

        public void setPeople(int people) {
            this.people = people;
        }
    }

    @Test
    void beansComeBack() {
        Place place = new Place();
        place.setTown("Łódź");
        place.setPeople(650_000);

        Object back = SERIALIZER.fromBytes(SERIALIZER.toBytes(place));

        assertThat(back).isInstanceOf(Place.class).usingRecursiveComparison().isEqualTo(place);
    }

    @Test
    void collectionsOfTextsComeBack() {
        for (Object value : List.of(List.of("a", "b"), Map.of("a", List.of("b")), true)) {
            assertThat(SERIALIZER.fromBytes(SERIALIZER.toBytes(value))).isEqualTo(value);
        }
    }

    @Test
    void aClassThatIsNotOnTheListIsRefusedWhenWritingAndWhenReading() {
        assertThatThrownBy(() -> SERIALIZER.toBytes(new Point(1, 2)))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("cachette.serializer.allow");
        byte[] planted = (Point.class.getName() + "\n{}").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> SERIALIZER.fromBytes(planted)).isInstanceOf(UnreadableEntryException.class);
    }

    @Test
    void rubbishIsUnreadable() {
        ValueFormat format = new ValueFormat(SERIALIZER);

        for (String rubbish : List.of("", "{}", "\n{}", Place.class.getName() + "\n{", "[[[\n1")) {
            Encoded encoded = new Encoded(ValueFormat.OBJECT, rubbish.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> format.decode(encoded)).isInstanceOf(UnreadableEntryException.class);
        }
    }

    @Test
    void plantedNamesOfJdkClassesThatAreNoValuesRunNoCode() {
        ValueFormat format = new ValueFormat(SERIALIZER);
        long before = timers();

        for (String planted : List.of(
                "java.util.Timer\n{}",
                "[Ljava.util.Timer;\n[{}]",
                "java.util.concurrent.ForkJoinPool\n{}",
                "java.util.Properties\n{}",
                "java.lang.Object\n{}")) {
            Encoded encoded = new Encoded(ValueFormat.OBJECT, planted.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> format.decode(encoded))
                    .isInstanceOf(UnreadableEntryException.class)
                    .hasMessageContaining("is not allowed");
        }
        assertThat(timers()).isEqualTo(before);
    }

    private static long timers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        "java.util.TimerThread".equals(thread.getClass().getName()))
                .count();
    }

    @Test
    void valuesOfTheJdkComeBack() {
        Instant now = Instant.parse("2026-01-02T03:04:05Z");
        for (Object value : List.of(
                'c',
                1.5,
                1.5f,
                new BigDecimal("1.50"),
                new BigInteger("12345678901234567890"),
                UUID.fromString("11111111-2222-3333-4444-555555555555"),
                URI.create("urn:a"),
                now,
                LocalDate.of(2026, 1, 2),
                LocalTime.of(3, 4),
                LocalDateTime.of(2026, 1, 2, 3, 4),
                now.atOffset(ZoneOffset.ofHours(2)),
                now.atOffset(ZoneOffset.ofHours(2)).toOffsetTime(),
                now.atZone(ZoneId.of("Europe/Warsaw")),
                ZoneOffset.ofHours(2),
                Duration.ofSeconds(3),
                Period.ofDays(3),
                DayOfWeek.MONDAY,
                TimeUnit.DAYS,
                Date.from(now),
                new Integer[] {1, 2},
                new int[] {1, 2},
                new String[] {"a"})) {
            assertThat(SERIALIZER.fromBytes(SERIALIZER.toBytes(value))).isEqualTo(value);
        }
    }

    @Test
    void aClassOfTheJdkThatTheApplicationListsIsAllowed() {
        JsonSerializer listing =
                new JsonSerializer(AllowList.of("java.util.Properties"), JsonSerializerTest.class.getClassLoader());

        assertThat(listing.fromBytes("java.util.Properties\n{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Properties.class);
    }

    @Test
    void aTextThatHasNoBytesIsRefusedAndNotChanged() {
        ValueFormat format = new ValueFormat(SERIALIZER);

        for (Object value : List.of("a\ud800b", List.of("\udc00"), Map.of("k", "\ud800"))) {
            assertThatThrownBy(() -> format.encode(value))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining("half a surrogate pair");
        }
        assertThat(format.decode(format.encode(List.of("\ud83d\ude00")))).isEqualTo(List.of("\ud83d\ude00"));
    }
}
