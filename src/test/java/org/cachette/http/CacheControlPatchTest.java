package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.http.Given.headers;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class CacheControlPatchTest {

    private static String patch(String existing, CacheDirectivesBuilder added) {
        return Headers.field(
                        HeaderPatch.cacheControl(headers("Cache-Control: " + existing), added.build()), "Cache-Control")
                .orElse("no field");
    }

    private static CacheDirectivesBuilder maxAge(long seconds) {
        return CacheDirectives.builder().maxAge(Duration.ofSeconds(seconds));
    }

    @Test
    @Tag("DJ-CC-04")
    void anEmptyOrAbsentFieldBecomesTheNewDirectives() {
        CacheDirectives added = CacheDirectives.builder().isPrivate().build();

        assertThat(patch("", CacheDirectives.builder().isPrivate())).isEqualTo("private");
        assertThat(HeaderPatch.cacheControl(Map.of(), added)).isEqualTo(headers("Cache-Control: private"));
    }

    @Test
    @Tag("DJ-CC-03")
    @Tag("DJ-CC-13")
    void existingDirectivesComeFirstWithNamesInLowerCase() {
        assertThat(patch("Foo=Bar,NO-TRANSFORM", maxAge(5).extension("custom", "456")))
                .isEqualTo("foo=Bar, no-transform, max-age=5, custom=456");
    }

    @Test
    @Tag("DJ-CC-07")
    void anyOtherNumberIsReplacedWhereItStands() {
        assertThat(patch("s-maxage=5, foo=1", CacheDirectives.builder().sMaxAge(Duration.ofSeconds(9))))
                .isEqualTo("s-maxage=9, foo=1");
        assertThat(patch("stale-if-error=9", CacheDirectives.builder().staleIfError(Duration.ofSeconds(5))))
                .isEqualTo("stale-if-error=5");
        assertThat(patch("custom=1", CacheDirectives.builder().extension("custom", "2")))
                .isEqualTo("custom=2");
    }

    @Test
    @Tag("DJ-CC-20")
    void noDirectivesLeaveAnEmptyField() {
        assertThat(HeaderPatch.cacheControl(Map.of(), CacheDirectives.builder().build()))
                .isEqualTo(headers("Cache-Control:"));
    }

    @Test
    @Tag("DJ-CC-12")
    void blanksAroundTheEqualsSignDoNotHideADirective() {
        assertThat(patch("max-age = 60", maxAge(100))).isEqualTo("max-age=60");
    }

    @Nested
    final class MaxAge {

        @Test
        @Tag("DJ-CC-05")
        void theSmallerWins() {
            assertThat(patch("max-age=60", maxAge(100))).isEqualTo("max-age=60");
            assertThat(patch("max-age=60", maxAge(10))).isEqualTo("max-age=10");
            assertThat(patch("max-age=99999999999999999999", maxAge(10))).isEqualTo("max-age=10");
        }

        @Test
        @Tag("DJ-CC-06")
        void anUnreadableOneIsReplaced() {
            assertThat(patch("max-age=abc", maxAge(10))).isEqualTo("max-age=10");
        }

        @Test
        void anUnreadableNewOneReplacesNothing() {
            Map<String, ?> patched =
                    HeaderPatch.cacheControl(headers("Cache-Control: max-age=60"), CacheDirectives.parse("max-age=x"));

            assertThat(patched).isEqualTo(headers("Cache-Control: max-age=60"));
        }
    }

    @Nested
    final class PublicAndPrivate {

        @Test
        @Tag("DJ-CC-08")
        void publicReplacesPrivate() {
            assertThat(patch(
                            "must-revalidate,max-age=60,private",
                            CacheDirectives.builder().isPublic()))
                    .isEqualTo("must-revalidate, max-age=60, public");
        }

        @Test
        @Tag("DJ-CC-08")
        void privateReplacesPublic() {
            assertThat(patch(
                            "must-revalidate,max-age=60,public",
                            CacheDirectives.builder().isPrivate()))
                    .isEqualTo("must-revalidate, max-age=60, private");
        }

        @Test
        void privateForSomeFieldsReplacesPublicToo() {
            assertThat(patch("public", CacheDirectives.builder().isPrivate("A")))
                    .isEqualTo("private=\"A\"");
        }

        @Test
        void readTogetherPrivateWins() {
            assertThat(HeaderPatch.cacheControl(Map.of(), CacheDirectives.parse("private, public")))
                    .isEqualTo(headers("Cache-Control: private"));
            assertThat(HeaderPatch.cacheControl(Map.of(), CacheDirectives.parse("public, private")))
                    .isEqualTo(headers("Cache-Control: private"));
        }
    }

    @Nested
    final class NoCache {

        @Test
        @Tag("DJ-CC-10")
        void qualifiedOnesAddUp() {
            assertThat(patch("no-cache=Set-Cookie", CacheDirectives.builder().noCache("Link")))
                    .isEqualTo("no-cache=\"Set-Cookie, Link\"");
        }

        @Test
        @Tag("DJ-CC-10")
        void aBareOneSwallowsThem() {
            assertThat(patch("no-cache=Set-Cookie", CacheDirectives.builder().noCache()))
                    .isEqualTo("no-cache");
            assertThat(patch("no-cache", CacheDirectives.builder().noCache("Link")))
                    .isEqualTo("no-cache");
        }
    }
}
