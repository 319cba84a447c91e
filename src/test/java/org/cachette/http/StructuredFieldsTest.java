package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9651, with values from its text. */
@Tag("R9213-1")
final class StructuredFieldsTest {

    private static String item(String text) {
        return StructuredFields.parseItem(List.of(text)).map(Object::toString).orElse("malformed");
    }

    private static String list(String... lines) {
        return StructuredFields.parseList(List.of(lines))
                .map(StructuredFields::serialise)
                .orElse("malformed");
    }

    private static String dictionary(String... lines) {
        return StructuredFields.parseDictionary(List.of(lines))
                .map(StructuredFields::serialise)
                .orElse("malformed");
    }

    @Nested
    final class AnItem {

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                delimiter = '>',
                value = {
                    "5>5",
                    "-5>-5",
                    "-0>0",
                    "0042>42",
                    "999999999999999>999999999999999",
                    "4.5>4.5",
                    "1.0>1.0",
                    "-0.125>-0.125",
                    "1.10>1.1",
                    "\"hello world\">\"hello world\"",
                    "\"a \\\"b\\\" \\\\\">\"a \\\"b\\\" \\\\\"",
                    "foo123/456>foo123/456",
                    "*foo:bar>*foo:bar",
                    ":cHJldGVuZCB0aGlz:>:cHJldGVuZCB0aGlz:",
                    "::>::",
                    "?1>?1",
                    "?0>?0",
                    "@1659578233>@1659578233",
                    "@-1>@-1",
                    "%\"This is %c3%bc\">%\"This is %c3%bc\"",
                    "` 5 `>5",
                    "text/html; charset=utf-8;q=0.5;x>text/html;charset=utf-8;q=0.5;x",
                    "a;b;b=2>a;b=2"
                })
        void isReadAndWritten(String text, String written) {
            assertThat(item(text)).isEqualTo(written);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "", "-", "--1", "1.", ".5", "1.2345", "1234567890123456", "1234567890123.0", "1 2", "5\t", "\"a",
                    "\"a\\b\"", "\"\u00e4\"", "\"a\tb\"", ":a", ":*:", "?2", "?", "@1.5", "%\"%C3\"", "%\"%ff\"",
                            "%\"a",
                    "%a", "a;B=1", "a;", "a;=1", "(1)", "&", "a, b", "\u0000"
                })
        void isMalformed(String text) {
            assertThat(item(text)).isEqualTo("malformed");
        }
    }

    @Nested
    final class AList {

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                delimiter = '>',
                value = {
                    "sugar, tea, rum>sugar, tea, rum",
                    "a,b\t,\tc>a, b, c",
                    "(\"foo\" \"bar\"), (), ( 1  2 );x>(\"foo\" \"bar\"), (), (1 2);x",
                    "(\"foo\"; a=1;b=2);lvl=5>(\"foo\";a=1;b=2);lvl=5",
                    "``>``"
                })
        void isReadAndWritten(String text, String written) {
            assertThat(list(text)).isEqualTo(written);
        }

        @Test
        void isOneOverSeveralLines() {
            assertThat(list("a, b", "c")).isEqualTo("a, b, c");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a,", "a,,b", ",a", "a b", "(a", "(a,b)", "(a\tb)", "((a))", "(a)b"})
        void isMalformed(String text) {
            assertThat(list(text)).isEqualTo("malformed");
        }
    }

    @Nested
    final class ADictionary {

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                delimiter = '>',
                value = {
                    "en=\"Applepie\", da=:w4ZibGV0w6ZydGU=:>en=\"Applepie\", da=:w4ZibGV0w6ZydGU=:",
                    "a=?0, b, c; foo=bar>a=?0, b, c;foo=bar",
                    "a=(1 2), b=3, c=(4 5);x>a=(1 2), b=3, c=(4 5);x",
                    "a=1,b=2;x=1;y=2,c=(a b c);d>a=1, b=2;x=1;y=2, c=(a b c);d",
                    "a=1, b, a=2>a=2, b",
                    "a=?1;x>a;x",
                    "*k-1_.*=1>*k-1_.*=1",
                    "``>``"
                })
        void isReadAndWritten(String text, String written) {
            assertThat(dictionary(text)).isEqualTo(written);
        }

        @ParameterizedTest
        @ValueSource(strings = {"A=1", "a =1", "a= 1", "a=", "a=1,", "1=a", "=a", "a=1 b=2", "-a"})
        void isMalformed(String text) {
            assertThat(dictionary(text)).isEqualTo("malformed");
        }
    }
}
