package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One spelling for each origin. */
final class OriginTest {

    @ParameterizedTest
    @Tag("R9111-20")
    @CsvSource({
        "http://EXAMPLE.org/, example.org",
        "http://example.org:80/, example.org",
        "http://example.org:/, example.org",
        "HTTP://Example.Org:80/, example.org",
        "https://example.org:443/, example.org",
        "http://example.org:8080/, example.org:8080",
        "http://example.org:443/, example.org:443",
        "https://example.org:80/, example.org:80",
        "http://Me:Pass@EXAMPLE.org:80/, Me:Pass@example.org",
        "http://[2001:DB8::80]:80/, [2001:db8::80]",
        "http://[2001:DB8::80]/, [2001:db8::80]",
        "http:/path, ''"
    })
    void hostAndUsualPortAreWrittenInOneWay(String uri, String authority) {
        assertThat(Origin.authority(URI.create(uri))).isEqualTo(authority);
    }

    @Test
    void theSchemeIsInLowerCase() {
        assertThat(Origin.scheme(URI.create("HTTPS://example.org/"))).isEqualTo("https");
        assertThat(Origin.scheme(URI.create("/path"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.org/", "http://example.org:8080/", "https://a@example.org/", "http://[::1]:81/"})
    void whatIsRightAlreadyIsNotCopied(String text) {
        URI uri = URI.create(text);

        assertThat(Origin.authority(uri)).isSameAs(uri.getRawAuthority());
        assertThat(Origin.scheme(uri)).isSameAs(uri.getScheme());
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.org/, example.org, ",
        "http://example.org:80/, example.org, ",
        "http://example.org:8080/, example.org:8080, ",
        "http://example.org/, internal:9000, ",
        "http://example.org/, INTERNAL, ",
        "http://example.org/, , ",
        "http://EXAMPLE.org/, EXAMPLE.org, EXAMPLE.org",
        "http://EXAMPLE.org:80/, EXAMPLE.org, EXAMPLE.org:80",
        "http://EXAMPLE.org/, , EXAMPLE.org",
        "http://example.org:80/, example.org:80, example.org:80",
        "http://example.org/, example.ORG, example.ORG",
        "http://example.org/, example.org:, example.org:"
    })
    void aRequestTellsAnUnusualSpellingByUriAndHostField(String uri, @Nullable String host, @Nullable String unusual) {
        Map<String, List<String>> fields = host == null ? Map.of() : Map.of("Host", List.of(host));

        assertThat(Origin.unusual(RequestHead.of("GET", URI.create(uri), fields)))
                .isEqualTo(unusual);
    }

    @Test
    void otherHostsStayOthers() {
        List<String> all = List.of(
                "http://example.org",
                "http://example.org.",
                "http://example.org:8080",
                "http://example.org:81",
                "http://example.org:180",
                "http://example.org80",
                "http://A@example.org",
                "http://a@example.org",
                "http://a:80@example.org",
                "http://fe80::80",
                "http://fe80::",
                "http://fe80:",
                "http://[fe80::80]",
                "http://[fe80::]",
                "http://exam_ple.org",
                // The sign for Kelvin becomes a k where more than ASCII is made lower case.
                "http://k_k",
                "http://\u212a_k",
                "http://:80",
                "http:/x");
        Set<String> seen = new HashSet<>();
        all.forEach(each -> assertThat(seen.add(Origin.authority(URI.create(each + "/"))))
                .as(each)
                .isTrue());
    }
}
