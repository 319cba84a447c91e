package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cachette.http.Given.headers;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetedFieldTest {

    @Test
    @Tag("R9213-8")
    @Tag("R9213-12")
    void eachDirectiveIsWrittenWithTheTypeThatItTakes() {
        CacheDirectives directives = CacheDirectives.builder()
                .maxAge(Duration.ofMinutes(10))
                .mustRevalidate()
                .noCache("Set-Cookie", "X-A")
                .extension("tier", "2")
                .extension("zone", "eu west")
                .extension("purgeable")
                .build();

        assertThat(new TargetedField("CDN-Cache-Control", directives).value())
                .isEqualTo("max-age=600, must-revalidate, no-cache=\"Set-Cookie, X-A\", tier=2, zone=\"eu west\","
                        + " purgeable");
    }

    @ParameterizedTest
    @Tag("R9213-8")
    @ValueSource(
            strings = {
                "CDN-Cache-Control",
                "CDN-Cache-Control:",
                "CDN-Cache-Control: max-age=1.5",
                "CDN-Cache-Control: max-age=\"60\"",
                "CDN-Cache-Control: max-age",
                "CDN-Cache-Control: Max-Age=60",
                "CDN-Cache-Control: no-store=1",
                "CDN-Cache-Control: public=\"x\"",
                "CDN-Cache-Control: max-age=60;x",
                "Cache-Control: max-age=60",
                "CDN: max-age=60",
                "C N-Cache-Control: max-age=60",
                "X\r\nY-Cache-Control: max-age=60"
            })
    void anythingElseIsRefused(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetedField.parse(line))
                .withMessageContaining("expected");
    }

    @Test
    @Tag("R9213-8")
    void aDirectiveThatCannotBeWrittenIsRefused() {
        CacheDirectives umlaut = CacheDirectives.builder().extension("x", "ü").build();
        CacheDirectives digit = CacheDirectives.builder().extension("1x").build();

        assertThatIllegalArgumentException().isThrownBy(() -> new TargetedField("A-Cache-Control", umlaut));
        assertThatIllegalArgumentException().isThrownBy(() -> new TargetedField("A-Cache-Control", digit));
    }

    @ParameterizedTest
    @Tag("R9213-12")
    @CsvSource(
            delimiter = '>',
            value = {
                "max-age=900, must-revalidate > max-age=600, must-revalidate",
                "max-age=60, private > max-age=60, private",
                "&&& > max-age=600",
            })
    void aPatchMergesAsItDoesInCacheControl(String existing, String merged) {
        assertThat(HeaderPatch.targeted(
                        headers("CDN-Cache-Control: " + existing, "Cache-Control: max-age=1"),
                        TargetedField.parse("CDN-Cache-Control: max-age=600")))
                .isEqualTo(headers("CDN-Cache-Control: " + merged, "Cache-Control: max-age=1"));
    }
}
