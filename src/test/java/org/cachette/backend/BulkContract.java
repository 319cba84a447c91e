package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cachette.CacheException;
import org.cachette.Timeout;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several at once. */
public interface BulkContract extends UnderTest {

    @Test
    @Tag("DJ-BULK-01")
    @Tag("DJ-BULK-02")
    default void getManyGivesThoseFoundByTheCallersKeys() {
        cache().set("a", "A");
        cache().set("b", 2L);
        cache().set("expired", "E", Timeout.ofSeconds(1));
        passTime(Duration.ofSeconds(2));

        assertThat(cache().getMany(List.of("a", "b", "expired", "missing"))).isEqualTo(Map.of("a", "A", "b", 2L));
    }

    @Test
    @Tag("DJ-BULK-03")
    default void keysMayComeInAnyCollectionAndTwice() {
        cache().set("a", "A");

        assertThat(cache().getMany(Set.of("a"))).isEqualTo(Map.of("a", "A"));
        assertThat(cache().getMany(List.of("a", "a"))).isEqualTo(Map.of("a", "A"));
        assertThat(cache().getMany(List.of())).isEmpty();
    }

    @Test
    @Tag("DJ-BULK-04")
    @Tag("DJ-BULK-06")
    default void setManyStoresAllForOneTimeout() {
        assertThat(cache().setMany(Map.of("a", "A", "b", 2), Timeout.ofSeconds(2)))
                .isEmpty();

        assertThat(cache().get("a")).contains("A");
        assertThat(cache().get("b")).contains(2L);
        passTime(Duration.ofSeconds(3));
        assertThat(cache().getMany(List.of("a", "b"))).isEmpty();
    }

    @Test
    @Tag("DJ-BULK-05")
    default void setManyOfNothingIsNothing() {
        assertThat(cache().setMany(Map.of())).isEmpty();
        assertThat(cache().setMany(Map.of(), Timeout.NONE)).isEmpty();
    }

    @Test
    default void setManyReplacesEarlierValues() {
        cache().set("a", "old");

        cache().setMany(Map.of("a", "new"));

        assertThat(cache().get("a")).contains("new");
    }

    @Test
    default void aRefusedValueLetsSetManyStoreNothing() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("a", "new");
        values.put("b", new Object() {});
        values.put("c", "new");
        cache().set("a", "old");

        assertThatThrownBy(() -> cache().setMany(values))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("\"b\"");
        assertThat(cache().get("a")).contains("old");
        assertThat(cache().hasKey("c")).isFalse();
    }

    @Test
    default void aNullAmongValuesLetsSetManyStoreNothing() {
        Map<String, Object> values = new HashMap<>();
        values.put("a", "new");
        values.put("b", null);

        assertThatThrownBy(() -> cache().setMany(values)).isInstanceOf(NullPointerException.class);
        assertThat(cache().hasKey("a")).isFalse();
    }

    @Test
    @Tag("DJ-BULK-07")
    default void deleteManyDeletesThoseThereAre() {
        cache().setMany(Map.of("a", "A", "b", "B", "c", "C"));

        cache().deleteMany(List.of("a", "b", "missing"));
        cache().deleteMany(List.of());

        assertThat(cache().getMany(List.of("a", "b", "c"))).isEqualTo(Map.of("c", "C"));
    }

    @Test
    @Tag("DJ-BULK-08")
    default void aHundredKeysComeBackAsTheyWereSet() {
        Map<String, Object> values =
                IntStream.range(0, 100).boxed().collect(Collectors.toMap(i -> "key" + i, i -> (long) i));

        assertThat(cache().setMany(values)).isEmpty();
        assertThat(cache().getMany(values.keySet())).isEqualTo(values);
    }
}
