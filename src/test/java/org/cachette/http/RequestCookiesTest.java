package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestCookiesTest {

    private static String member(String... lines) {
        return RequestCookies.parse(Arrays.asList(lines)).keyPart(List.of("member"));
    }

    @Nested
    final class AKeyPart {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "member=alice",
                    "a=b; member=alice",
                    "member=alice; _ga=GA1.2.3; theme=dark",
                    "x=1; member=alice; y={\u00e9}",
                    "remember_me=1; member=alice; members=2",
                    "q=\"quoted\"; member=alice"
                })
        void isTheSameWhateverStandsAroundTheCookie(String cookies) {
            assertThat(member(cookies)).isEqualTo("|6:member*1|12:member=alice");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a=b", "remember=alice", "member_id=1", "xmember=2; a=memberx"})
        void isTheSameForAllWithoutTheCookie(String cookies) {
            assertThat(member(cookies)).isEqualTo(member()).isEqualTo("|6:member*0");
        }

        /** A server may take the second one, the last one, or one behind a comma for the visitor. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "member=alice; member=bob",
                    "member=bob; member=alice",
                    "member=bob",
                    "member=bob; a=b",
                    "a=b, member=bob",
                    "a=b,member=bob; c=d",
                    "Member=bob",
                    "a=\"b, member=bob\"",
                    "a=\"; member=bob",
                    "member = bob",
                    "a=b;member=bob",
                    "a=b;  member=bob",
                    "member",
                    "=member=bob",
                    "member=\"bob; x\"",
                    "member=\"bob; y\"",
                    "member=bo\\b; x",
                    "$Version=1; member=bob; member=alice"
                })
        void differsForWhateverSomeServerCouldTakeForTheCookie(String cookies) {
            assertThat(member(cookies)).isNotEqualTo(member("member=alice")).isNotEqualTo(member());
        }

        @Test
        void keepsValuesApartThatQuotesJoinAcrossCookies() {
            assertThat(member("member=\"a; b\"")).isNotEqualTo(member("member=\"a; c\""));
        }

        @Test
        void takesSeveralLinesInOrder() {
            assertThat(member("member=a", "member=b")).isEqualTo(member("member=a; member=b"));
            assertThat(member("member=a", "member=b")).isNotEqualTo(member("member=b", "member=a"));
        }

        @Test
        void spellsNoTwoListsAlike() {
            List<String> names = List.of("a", "b");

            assertThat(RequestCookies.parse(List.of("a=1|1:b*1")).keyPart(names))
                    .isNotEqualTo(RequestCookies.parse(List.of("a=1; b=1")).keyPart(names));
            assertThat(RequestCookies.parse(List.of("a=1; a=2")).keyPart(names))
                    .isNotEqualTo(RequestCookies.parse(List.of("a=1; b=2")).keyPart(names));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "lang=de; lang=fr > de",
                "a=b;lang = de > de",
                "LANG=en; lang=de > de",
                "lang=a=b > a=b",
                "lang= > ''",
                "lang=\"de\" > \"de\""
            })
    void theFirstOfANameIsItsValue(String cookies, String value) {
        assertThat(RequestCookies.parse(List.of(cookies)).first("lang")).hasValue(value);
    }

    @Test
    void withoutTheCookieThereIsNoValue() {
        assertThat(RequestCookies.parse(List.of("a=lang; lang")).first("lang")).isEmpty();
        assertThat(RequestCookies.parse(List.of()).first("lang")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "lang=de; id=1 > lang=de",
                "id=1; lang=de; lang=fr > lang=de; lang=fr",
                "id=1; slang=de > ''",
                "id=1; x=lang; LANG=en > x=lang; LANG=en",
                "lang=\"de\"; id=1 > lang=\"de\""
            })
    void onlySomeCookiesGiveTheSameKey(String cookies, String only) {
        RequestCookies all = RequestCookies.parse(List.of(cookies));

        assertThat(all.only(List.of("lang"))).isEqualTo(only);
        assertThat(all.canBeLessened(List.of("lang"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lang=de;id=1", "lang=\"de; id=1\"", "id=1,lang=de; x=\\"})
    void aFieldThatCountsAsAWholeCannotBeLessened(String cookies) {
        assertThat(RequestCookies.parse(List.of(cookies)).canBeLessened(List.of("lang")))
                .isFalse();
    }
}
