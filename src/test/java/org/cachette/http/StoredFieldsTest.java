package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.http.Given.headers;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class StoredFieldsTest {

    private static Map<String, List<String>> kept(String... lines) {
        Map<String, List<String>> headers = headers(lines);
        return StoredFields.of(headers, EffectiveControl.of(headers, List.of()));
    }

    @Test
    @Tag("R9111-6")
    @Tag("R9111-97")
    void fieldsThatArePrivateOrNeedValidationAreLeftOut() {
        String control = "Cache-Control: private=\"A, b\", no-cache=\"Set-Cookie\", max-age=5";

        assertThat(kept("a: 1", "B: 2", "set-cookie: x=y", "C: 3", control)).isEqualTo(headers("C: 3", control));
    }

    @Test
    @Tag("R9111-6")
    void varyStaysSinceNoVariantIsKnownWithoutIt() {
        String control = "Cache-Control: private=\"Vary\", max-age=5";

        assertThat(kept("Vary: Accept", control)).isEqualTo(headers("Vary: Accept", control));
    }

    @Test
    @Tag("R9111-12")
    @Tag("R9111-13")
    @Tag("R9110-61")
    void fieldsOfTheConnectionAreLeftOut() {
        assertThat(kept("Connection: X-Hop", "X-Hop: 1", "Proxy-Authenticate: x", "Upgrade: h2c", "A: 1"))
                .isEqualTo(headers("A: 1"));
    }

    @Test
    @Tag("R9111-11")
    @Tag("R9111-101")
    @Tag("R9213-5")
    void everythingElseStays() {
        String[] lines = {"X-Unknown: 1", "X-Unknown: 2", "Cache-Control: max-age=1, foo", "CDN-Cache-Control: no-store"
        };

        assertThat(kept(lines)).isEqualTo(headers(lines));
    }
}
