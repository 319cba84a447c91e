package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NoVarySearchTest {

    private static NoVarySearch parse(String... lines) {
        return NoVarySearch.parse(List.of(lines));
    }

    private static boolean same(String field, @Nullable String one, @Nullable String other) {
        return parse(field).canonicalQuery(one).equals(parse(field).canonicalQuery(other));
    }

    @Nested
    final class TheField {

        @Test
        @Tag("RNVS-1")
        @Tag("RNVS-4")
        void namesWhatDoesNotMatterOrAllThatDoes() {
            assertThat(parse("params=(\"a\" \"b\")")).isEqualTo(NoVarySearch.allBut(Set.of("a", "b")));
            assertThat(parse("key-order, except=(\"x\")"))
                    .isEqualTo(NoVarySearch.only(Set.of("x")).inAnyOrder());
            assertThat(parse("except=()")).isEqualTo(NoVarySearch.only(Set.of()));
        }

        @ParameterizedTest
        @Tag("RNVS-1")
        @Tag("RNVS-2")
        @ValueSource(
                strings = {
                    "",
                    "key-order",
                    "params",
                    "params=\"a\"",
                    "params=(a)",
                    "params=(\"a\" 1)",
                    "except=?1",
                    "params=(\"a\"), except=(\"b\")",
                    "params=(\"a\"), key-order=1",
                    "params=(\"a\"),",
                    "PARAMS=(\"a\")",
                    "foo"
                })
        void thatCannotBeReadMeansTheDefault(String line) {
            assertThat(parse(line)).isEqualTo(NoVarySearch.DEFAULT);
        }

        @Test
        void thatIsAbsentMeansTheDefault() {
            assertThat(parse()).isEqualTo(NoVarySearch.DEFAULT);
        }

        @Test
        @Tag("RNVS-3")
        void mayHaveUnknownKeysAndParameters() {
            assertThat(parse("foo=1, params=(\"a\";x);y, bar")).isEqualTo(NoVarySearch.allBut(Set.of("a")));
        }

        @Test
        @Tag("RNVS-5")
        void hasNamesAsFormsWriteThem() {
            assertThat(parse("params=(\"a+b\" \"%c3%a9\" \"100%\")").names())
                    .containsExactlyInAnyOrder("a b", "\u00e9", "100%");
        }

        @Test
        @Tag("RNVS-12")
        void isWrittenAsItIsRead() {
            NoVarySearch search =
                    NoVarySearch.only(Set.of("a b", "\u00e9\"", "z")).inAnyOrder();

            assertThat(search).hasToString("key-order, except=(\"a+b\" \"z\" \"%C3%A9%22\")");
            assertThat(parse(search.toString())).isEqualTo(search);
            assertThat(NoVarySearch.DEFAULT.inAnyOrder()).hasToString("").isEqualTo(NoVarySearch.DEFAULT);
        }
    }

    @Nested
    final class Queries {

        @ParameterizedTest
        @Tag("RNVS-4")
        @CsvSource({
            "params=(\"a\"), a=1&b=2, b=2, true",
            "params=(\"a\"), a=1&b=2, b=3, false",
            "params=(\"a\"), a=1, , true",
            "except=(\"x\"), x=1&y=2&z=3, x=1, true",
            "except=(\"x\"), x=1, x=2, false",
            "except=(), a=1, b=2&c, true",
            "params=(), a=1, a=1&b, false"
        })
        void areTheSameByWhatMatters(String field, String one, String other, boolean same) {
            assertThat(same(field, one, other)).isEqualTo(same);
        }

        @ParameterizedTest
        @Tag("RNVS-5")
        @Tag("RNVS-6")
        @CsvSource({
            "%61=%62, a=b",
            "a+b=c+d, a%20b=c%20d",
            "a, a=",
            "&&a=1&, a=1",
            "a=%C3%A9, a=%c3%a9",
            "a=1=2, a=1%3D2",
            "a=%zz, a=%25zz"
        })
        void areTheSameByTheirDecodedParameters(String one, String other) {
            assertThat(same("params=()", one, other)).isTrue();
        }

        @Test
        @Tag("RNVS-6")
        void noneIsTheSameAsAnEmptyOne() {
            assertThat(same("params=()", null, "")).isTrue();
            assertThat(same("params=()", "&", "")).isTrue();
        }

        @Test
        @Tag("RNVS-7")
        void countAsWrittenByDefault() {
            assertThat(same("", "a", "a=")).isFalse();
            assertThat(same("", null, "")).isFalse();
            assertThat(same("", "%61", "a")).isFalse();
        }

        @Test
        @Tag("RNVS-8")
        void keepTheOrderOfEqualNamesInAnyOrderOfNames() {
            assertThat(same("key-order, params=()", "b=1&a=2&a=1", "a=2&b=1&a=1"))
                    .isTrue();
            assertThat(same("key-order, params=()", "a=2&a=1", "a=1&a=2")).isFalse();
            assertThat(same("params=()", "b=1&a=2", "a=2&b=1")).isFalse();
        }

        @Test
        void differByLettersThatAreNotEscapedToo() {
            assertThat(same("params=()", "q=+\uD83D\uDD11", "q=+\uD83D\uDD12")).isFalse();
            assertThat(same("params=()", "q=+\uD83D\uDD11", "q=%20%F0%9F%94%91"))
                    .isTrue();
        }

        @Test
        void haveOneCanonicalForm() {
            assertThat(parse("key-order, params=(\"u\")").canonicalQuery("z=%7e&u=1&a=b+c&&q"))
                    .hasValue("a=b+c&q=&z=%7E");
        }
    }
}
