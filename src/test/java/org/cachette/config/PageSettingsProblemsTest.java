package org.cachette.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.cachette.CacheConfigurationException;
import org.cachette.backend.Configs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of settings of pages that cannot work. */
final class PageSettingsProblemsTest {

    private static AbstractThrowableAssert<?, ?> reading(String... settings) {
        return assertThatThrownBy(() -> Settings.read(Configs.of(settings)))
                .isInstanceOf(CacheConfigurationException.class);
    }

    @Test
    @Tag("R9211-14")
    void aCacheStatusForWhoNamesASecretNeedsOne() {
        String expected = "expected a secret of at least 16 bytes, for the request header Cachette-Debug";

        reading("cachette.site.cache-status", "yes")
                .hasMessage("cachette.site.cache-status is \"yes\": expected true, false, or debug: for requests that"
                        + " name a secret");
        reading("cachette.site.cache-status", "debug")
                .hasMessage(
                        "cachette.site.cache-status is \"debug\", and cachette.site.cache-status-secret is missing: "
                                + expected);
        reading("cachette.site.cache-status-secret", "short")
                .hasMessage("cachette.site.cache-status-secret is too short: " + expected);
    }

    @Test
    void aSiteTimeoutThatIsNone() {
        reading("cachette.site.timeout", "often")
                .hasMessage("cachette.site.timeout is \"often\": expected seconds,"
                        + " an ISO-8601 duration such as PT10M, \"forever\", or \"response\"");
    }

    @Test
    void aMaxBodyThatIsNoNumber() {
        reading("cachette.site.max-body", "1M")
                .hasMessage("cachette.site.max-body is \"1M\": expected a whole number from 0");
    }

    @Test
    void aWaitThatIsNoDurationOrTooLong() {
        for (String wrong : List.of("five", "-1", "forever", "PT2H")) {
            reading("cachette.site.wait", wrong)
                    .hasMessage("cachette.site.wait is \"" + wrong + "\": expected seconds, or an ISO-8601 duration"
                            + " such as PT5S, an hour at most; 0: nobody waits");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,,b", "utm_*x", "a&b", "a=1", "a%5B%5D", "a b", ",", "**"})
    void whatIsNoNameOfAQueryParameter(String wrong) {
        for (String setting : List.of("cachette.site.ignore-query", "cachette.pages.\"/foo\".only-query")) {
            reading(setting, wrong)
                    .hasMessage(setting + " is \"" + wrong + "\": expected names of query parameters as the application"
                            + " reads them, separated by commas, such as page, utm_*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b", "a=1", "a,,b", "a b", "ä"})
    void whatIsNoNameOfACookie(String wrong) {
        reading("cachette.site.vary-cookies", wrong)
                .hasMessage("cachette.site.vary-cookies is \"" + wrong
                        + "\": expected names of cookies, separated by commas");
    }

    @Test
    void aTimeForStalePagesThatIsNone() {
        for (String setting : List.of("stale-while-revalidate", "stale-if-error", "keep-stale")) {
            for (String wrong : List.of("long", "-1", "forever")) {
                reading("cachette.site." + setting, wrong)
                        .hasMessage("cachette.site." + setting + " is \"" + wrong + "\": expected seconds, or an"
                                + " ISO-8601 duration such as PT5M, ten years at most; 0: not at all");
            }
        }
    }

    @Test
    void targetsThatAreNoFieldNames() {
        for (String wrong : List.of("CDN Cache-Control", "CDN-Cache-Control,,x", "cache-control")) {
            reading("cachette.site.targets", wrong)
                    .hasMessage("cachette.site.targets is \"" + wrong + "\": expected names of response header fields"
                            + " with commas between, such as CDN-Cache-Control");
        }
    }

    @Test
    void pagesInAnUnknownCache() {
        reading("cachette.pages.\"/foo\".cache", "pages")
                .hasMessage("cachette.pages.\"/foo\".cache is \"pages\": expected the name of a configured cache:"
                        + " default");
        reading("cachette.site.cache", "pages")
                .hasMessage("cachette.site.cache is \"pages\": expected the name of a configured cache: default");
    }
}
