package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AcceptedCodingsTest {

    private static AcceptedCodings accepted(String... lines) {
        return AcceptedCodings.of(Arrays.asList(lines), List.of("gzip", "br"));
    }

    @ParameterizedTest
    @Tag("R9111-30")
    @CsvSource(
            delimiter = '>',
            value = {
                "gzip, deflate, br, zstd > br,gzip,identity",
                "br;q=1.0, GZIP ; q=0.8, *;q=0.1 > br,gzip,identity",
                "x-gzip > gzip,identity",
                "* > br,gzip,identity",
                "gzip;q=0, * > br,identity",
                "gzip;q=0.000, br;q=0.001 > br,identity",
                "identity > identity",
                "deflate > identity",
                "'' > identity",
                "identity;q=0, gzip > gzip",
                "*;q=0, gzip > gzip",
                "*;q=0, identity > identity",
                "*;q=0 > ''"
            })
    void manySpellingsAreFewKeys(String value, String key) {
        assertThat(accepted(value).key()).hasValue(key);
    }

    @Test
    @Tag("R9111-31")
    void anAbsentFieldHasNoKeyAndAcceptsAll() {
        assertThat(accepted().key()).isEmpty();
        assertThat(accepted().allow(List.of("br"))).isTrue();
    }

    @Test
    void severalLinesAreOneList() {
        assertThat(accepted("gzip", "br")).isEqualTo(accepted("br, gzip"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip;q=x",
                "gzip;q=2",
                "gzip;q=1.5",
                "gzip q=1",
                "gzip;level=9",
                "gzip;q=0, gzip;q=1",
                "gzip, x-gzip;q=0",
                "\"gzip\"",
                "gzip;q=",
                "gzip;q=0.0001",
                "gzip/br"
            })
    void whatCouldBeReadInTwoWaysStandsForItself(String value) {
        assertThat(accepted(value).key()).hasValue("as sent:" + value);
        assertThat(accepted(value).allow(List.of("gzip"))).isFalse();
        assertThat(accepted(value).allow(List.of())).isTrue();
    }

    @Test
    @Tag("R9110-14")
    void anAnswerIsStoredOnlyWhereEverybodyWithTheKeyAcceptsIt() {
        assertThat(accepted("gzip").allow(List.of("gzip"))).isTrue();
        assertThat(accepted("gzip").allow(List.of("X-GZIP"))).isTrue();
        assertThat(accepted("gzip").allow(List.of())).isTrue();
        assertThat(accepted("gzip").allow(List.of("br"))).as("not accepted").isFalse();
        assertThat(accepted("gzip;q=0").allow(List.of("gzip")))
                .as("refused, sent all the same")
                .isFalse();
        assertThat(accepted("zstd").allow(List.of("zstd")))
                .as("not among the possible ones")
                .isFalse();
        assertThat(accepted("gzip, br").allow(List.of("gzip, br"))).isTrue();
        assertThat(accepted("gzip").allow(List.of("gzip, br"))).isFalse();
        assertThat(accepted("gzip, identity;q=0").allow(List.of())).isFalse();
    }
}
