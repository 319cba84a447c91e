package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CacheDirectivesBuilderTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    @Tag("DJ-CC-13")
    @Tag("DJ-CC-21")
    void directivesAreInTheOrderOfTheCalls() {
        assertThat(CacheDirectives.builder()
                        .maxAge(Duration.ofSeconds(123))
                        .isPublic()
                        .extension("custom", "456")
                        .build())
                .hasToString("max-age=123, public, custom=456");
    }

    @Test
    @Tag("DJ-CC-01")
    void everyStandardDirectiveHasItsName() {
        assertThat(CacheDirectives.builder()
                        .isPublic()
                        .noCache()
                        .noStore()
                        .noTransform()
                        .mustRevalidate()
                        .proxyRevalidate()
                        .mustUnderstand()
                        .immutable()
                        .maxAge(MINUTE)
                        .sMaxAge(MINUTE)
                        .staleWhileRevalidate(MINUTE)
                        .staleIfError(MINUTE)
                        .build())
                .hasToString("public, no-cache, no-store, no-transform, must-revalidate, proxy-revalidate, "
                        + "must-understand, immutable, max-age=60, s-maxage=60, stale-while-revalidate=60, "
                        + "stale-if-error=60");
    }

    @Test
    void whatIsBuiltAnswersAsWhatIsRead() {
        CacheDirectives built = CacheDirectives.builder()
                .isPrivate("Set-Cookie")
                .noCache("A", "B")
                .noTransform()
                .proxyRevalidate()
                .mustUnderstand()
                .extension("flag")
                .extension("text", "a, \"b\" \\")
                .build();

        assertThat(CacheDirectives.parse(built.toString())).isEqualTo(built);
        assertThat(built.privateFields()).containsExactly("Set-Cookie");
        assertThat(built.noCacheFields()).containsExactly("A", "B");
        assertThat(built.noTransform() && built.proxyRevalidate() && built.mustUnderstand())
                .isTrue();
        assertThat(built.extension("text")).hasValue("a, \"b\" \\");
    }

    @Test
    void withoutFieldsTheQualifiedFormIsTheBareOne() {
        assertThat(CacheDirectives.builder().isPrivate(new String[0]).build()).hasToString("private");
    }

    @Test
    @Tag("R9111-45")
    void durationsAreWholeSecondsAndBounded() {
        assertThat(CacheDirectives.builder().maxAge(Duration.ofMillis(1999)).build())
                .hasToString("max-age=1");
        assertThat(CacheDirectives.builder()
                        .maxAge(Duration.ofSeconds(Long.MAX_VALUE))
                        .build())
                .hasToString("max-age=2147483648");
    }

    @Test
    void givenAgainTheLastValueCounts() {
        assertThat(CacheDirectives.builder()
                        .maxAge(MINUTE)
                        .noStore()
                        .maxAge(Duration.ZERO)
                        .build())
                .hasToString("max-age=0, no-store");
    }

    @Nested
    final class WrongUse {

        @Test
        @Tag("DJ-CC-09")
        void publicWithPrivateSaysToChoose() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            CacheDirectives.builder().isPublic().isPrivate("A").build())
                    .withMessageContaining("both public and private")
                    .withMessageContaining("expected one of them");
        }

        @Test
        void aNegativeTimeSaysWhatWouldBeRight() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CacheDirectives.builder().sMaxAge(Duration.ofSeconds(-1)))
                    .withMessage("Cache-Control directive s-maxage is PT-1S: expected zero or a positive duration");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "a b", "a=b", "a,b", "\"a\"", "\u00e4"})
        void aNameThatIsNoTokenIsRefused(String name) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CacheDirectives.builder().extension(name, "1"))
                    .withMessageContaining("expected one token");
        }

        @Test
        void aStandardNameSaysWhichMethodToCall() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CacheDirectives.builder().extension("Max-Age", "60"))
                    .withMessageContaining("expected a call of maxAge(Duration)");
        }

        @Test
        void aValueWithALineBreakIsRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CacheDirectives.builder().extension("x", "a\r\nSet-Cookie: b"))
                    .withMessageContaining("control characters");
        }

        @Test
        void aFieldThatIsNoNameIsRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CacheDirectives.builder().noCache("A, B"))
                    .withMessageContaining("\"A, B\"");
        }
    }
}
