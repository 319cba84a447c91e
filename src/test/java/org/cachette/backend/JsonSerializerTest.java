package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
}
