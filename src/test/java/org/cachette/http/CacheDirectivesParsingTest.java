package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CacheDirectivesParsingTest {

    private static CacheDirectives parse(String value) {
        return CacheDirectives.parse(value);
    }

    @Nested
    final class Names {

        @Tag("R9111-90")
        @Tag("DJ-PAGE-11")
        @ParameterizedTest
        @ValueSource(strings = {"NO-store", "No-Store, Max-Age=5", "max-age=5,NO-STORE", " no-store ", ",,no-store,,"})
        void areReadInAnyCaseAndPlace(String value) {
            assertThat(parse(value).noStore()).isTrue();
        }

        @Tag("DJ-PAGE-12")
        @ParameterizedTest
        @ValueSource(strings = {"myprivate", "private-ish", "x-private", "custom=private"})
        void countOnlyAsAWhole(String value) {
            assertThat(parse(value).isPrivate()).isFalse();
        }

        @Tag("DJ-PAGE-23")
        @ParameterizedTest
        @ValueSource(strings = {"nopublic", "no-public", "x=public", "x=\"public\""})
        void thatOnlyContainPublicAreNotPublic(String value) {
            assertThat(parse(value).isPublic()).isFalse();
        }

        @Test
        @Tag("DJ-PAGE-23")
        void withAnArgumentTheyDoNotTakeStillCount() {
            assertThat(parse("public=\"abc\"").isPublic()).isTrue();
        }

        @Tag("R9111-91")
        @Tag("DJ-PAGE-14")
        @Tag("DJ-COND-19")
        @ParameterizedTest
        @ValueSource(
                strings = {"my=\"no-store\"", "my=\"a, no-store, b\"", "my=\"a\\\", no-store\"", "my=\"my-no-store\""})
        void insideQuotesAreNoDirectives(String value) {
            assertThat(parse(value).noStore()).isFalse();
        }

        @Test
        void behindAQuoteThatNeverClosesCount() {
            assertThat(parse("my=\"a, no-store").noStore()).isTrue();
            assertThat(CacheDirectives.parse(List.of("x=\"a", "no-store", "y=\"b"))
                            .noStore())
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"private; max-age=60", "max-age=60; private", "private foo", "foo private", "\"private\""})
        void thatForbidCountInAMalformedMemberToo(String value) {
            assertThat(parse(value).isPrivate()).isTrue();
        }

        @Test
        void thatAllowDoNotCountInAMalformedMember() {
            assertThat(parse("public; max-age=60").isPublic()).isFalse();
            assertThat(parse("public; max-age=60").maxAge()).isEmpty();
        }

        @Test
        @Tag("R9111-92")
        @Tag("DJ-CC-14")
        void thatAreUnknownAreKept() {
            assertThat(parse("custom=456, flag").extension("custom")).hasValue("456");
            assertThat(parse("custom=456, flag").extension("FLAG")).hasValue("");
            assertThat(parse("custom=456").extension("other")).isEmpty();
        }

        @Test
        @Tag("R8246-1")
        void immutableIgnoresArgumentsAndRepeats() {
            assertThat(parse("immutable=\"x\", immutable").immutable()).isTrue();
        }
    }

    @Nested
    final class Times {

        @Tag("R9111-90")
        @Tag("DJ-CC-12")
        @Tag("DJ-CC-15")
        @ParameterizedTest
        @ValueSource(strings = {"max-age=60", "\tmax-age=60", "max-age = 60", "max-age=\"60\"", "max-age=060, public"})
        void areReadAsTokenOrQuoted(String value) {
            assertThat(parse(value).maxAge()).hasValue(Duration.ofMinutes(1));
        }

        @Test
        void areReadForEachDirective() {
            CacheDirectives all = parse("s-maxage=1, stale-while-revalidate=2, stale-if-error=3");
            assertThat(all.sMaxAge()).hasValue(Duration.ofSeconds(1));
            assertThat(all.staleWhileRevalidate()).hasValue(Duration.ofSeconds(2));
            assertThat(all.staleIfError()).hasValue(Duration.ofSeconds(3));
            assertThat(all.maxAge()).isEmpty();
        }

        @Tag("R9111-45")
        @ParameterizedTest
        @ValueSource(strings = {"2147483648", "2147483649", "9223372036854775808", "99999999999999999999999999999999"})
        void thatAreTooLargeBecomeTwoToThe31(String seconds) {
            assertThat(parse("max-age=" + seconds).maxAge()).hasValue(Duration.ofSeconds(1L << 31));
        }

        @Tag("R9111-44")
        @Tag("DJ-PAGE-18")
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "max-age",
                    "max-age=",
                    "max-age=\"\"",
                    "max-age=x",
                    "max-age=-1",
                    "max-age=+1",
                    "max-age=1.5",
                    "max-age=1 2",
                    "max-age='60'",
                    "max-age=\"60\"1",
                    "max-age=60;public",
                    "max-age=\u0661",
                    "s-maxage=x"
                })
        void thatCannotBeReadAreNotedAsSuch(String value) {
            assertThat(parse(value).maxAge()).isEmpty();
            assertThat(parse(value).hasUnreadableFreshness()).isTrue();
        }

        @Test
        void thatAreAbsentAreNotUnreadable() {
            assertThat(parse("public, x=y").hasUnreadableFreshness()).isFalse();
        }

        @Test
        @Tag("R9111-43")
        void repeatedTheFirstCounts() {
            assertThat(parse("max-age=10, max-age=60").maxAge()).hasValue(Duration.ofSeconds(10));
            assertThat(CacheDirectives.parse(List.of("max-age=60", "max-age=10"))
                            .maxAge())
                    .hasValue(Duration.ofSeconds(60));
            assertThat(parse("max-age=x, max-age=60").hasUnreadableFreshness()).isTrue();
        }
    }

    @Nested
    final class QualifiedForms {

        @Tag("DJ-PAGE-13")
        @ParameterizedTest
        @ValueSource(strings = {"private=\"Set-Cookie\"", "private = \"Set-Cookie\"", "private=Set-Cookie"})
        void countAsTheDirective(String value) {
            assertThat(parse(value).isPrivate()).isTrue();
            assertThat(parse(value).privateFields()).containsExactly("Set-Cookie");
        }

        @Test
        void nameSeveralFields() {
            assertThat(parse("no-cache=\"A, B\"").noCacheFields()).containsExactly("A", "B");
        }

        @Test
        void repeatedAddUp() {
            assertThat(parse("no-cache=\"A\", no-cache=\"B, a\"").noCacheFields())
                    .containsExactly("A", "B");
        }

        @Tag("R9111-43")
        @ParameterizedTest
        @ValueSource(strings = {"no-cache=\"A\", no-cache", "no-cache, no-cache=\"A\"", "no-cache=\"\"", "no-cache="})
        void besideABareOneCoverEverything(String value) {
            assertThat(parse(value).noCache()).isTrue();
            assertThat(parse(value).noCacheFields()).isEmpty();
        }
    }

    @Nested
    final class Printing {

        @Test
        @Tag("R9111-101")
        @Tag("RESTEASY-17")
        void keepsEveryDirectiveInOrder() {
            String value = "max-age=60, must-revalidate, s-maxage=90, community=\"UCI\"";
            assertThat(parse(value)).hasToString(value);
        }

        @Test
        void quotesFieldListsEvenOfOne() {
            assertThat(parse("private=Set-Cookie")).hasToString("private=\"Set-Cookie\"");
        }

        @Test
        void isEmptyForNothing() {
            assertThat(parse("  , ,")).hasToString("");
            assertThat(parse("").isEmpty()).isTrue();
            assertThat(CacheDirectives.parse(List.of()).isEmpty()).isTrue();
        }

        @Test
        void putsABlankForALineBreak() {
            assertThat(parse("x=\"a\r\nSet-Cookie: b\"")).hasToString("x=\"a  Set-Cookie: b\"");
        }

        @Test
        void isReadBackTheSameWhateverCame() {
            String[] parts = {
                "max-age", "private", "no-cache", "no-store", "x", "=", "\"", "\\", ",", " ", "60", ";", "\u00e4"
            };
            Random random = new Random(9111);
            for (int i = 0; i < 20_000; i++) {
                StringBuilder value = new StringBuilder();
                for (int length = random.nextInt(12); length > 0; length--) {
                    value.append(parts[random.nextInt(parts.length)]);
                }
                CacheDirectives first = parse(value.toString());
                CacheDirectives again = parse(first.toString());
                assertThat(again).as(value.toString()).isEqualTo(first).hasSameHashCodeAs(first);
            }
        }
    }
}
