package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cachette.http.Given.NOW;
import static org.cachette.http.Given.headers;
import static org.cachette.http.Given.stored;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class StoredResponseTest {

    private static StoredResponse response(byte[] body, String... lines) {
        return new StoredResponse(200, headers(lines), body, NOW, NOW.plusSeconds(60));
    }

    @Test
    @Tag("R9111-11")
    void everyFieldIsKeptWithAllItsLines() {
        StoredResponse stored = response(new byte[0], "X-Unknown: 1", "x-unknown: 2", "ETag: \"a\"");

        assertThat(stored.lines("X-UNKNOWN")).containsExactly("1", "2");
        assertThat(stored.field("etag")).hasValue("\"a\"");
        assertThat(stored.field("absent")).isEmpty();
    }

    @Test
    void theHeadersCannotBeChanged() {
        StoredResponse stored = response(new byte[0], "A: 1");

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> stored.headers().put("B", List.of("2")));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> stored.lines("A").add("2"));
    }

    @Test
    @Tag("RESTEASY-3")
    void aLiveMapChangedLaterDoesNotReachIt() {
        Map<String, List<String>> live = headers("A: 1");
        StoredResponse stored = new StoredResponse(200, live, new byte[0], NOW, NOW);

        live.clear();

        assertThat(stored.field("A")).hasValue("1");
    }

    @Test
    void theBodyIsTheArrayItself() {
        byte[] body = {1, 2};

        assertThat(response(body).body()).isSameAs(body);
    }

    @Test
    void directivesAndVaryAreReadOnce() {
        StoredResponse stored = response(new byte[0], "Cache-Control: max-age=5", "Vary: Cookie");

        assertThat(stored.directives().maxAge()).hasValue(Duration.ofSeconds(5));
        assertThat(stored.directives()).isSameAs(stored.directives());
        assertThat(stored.vary()).hasToString("Cookie").isSameAs(stored.vary());
    }

    @Test
    void itsWeightGrowsWithBodyAndHeaders() {
        int empty = response(new byte[0]).weight();

        assertThat(response(new byte[1000]).weight()).isEqualTo(empty + 1000);
        assertThat(response(new byte[0], "A: b").weight()).isGreaterThan(empty);
    }

    @Test
    void theSameContentIsEqualWhateverTheCaseOfNames() {
        StoredResponse one = stored(NOW, NOW, "ETag: x");
        StoredResponse same = stored(NOW, NOW, "etag: x");

        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(one).isNotEqualTo(stored(NOW, NOW, "ETag: y"));
        assertThat(one).isNotEqualTo(stored(NOW, NOW.plusSeconds(1), "ETag: x"));
    }

    @Test
    void itsTextSaysWhatItIsWithoutItsContent() {
        assertThat(stored(NOW, NOW.plusSeconds(1), "Set-Cookie: secret"))
                .hasToString("200, 3 bytes, stored 2026-03-01T12:00:00Z, expires 2026-03-01T12:00:01Z");
    }

    @Test
    void aStatusThatIsNoneSaysWhatWouldBeRight() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StoredResponse(0, Map.of(), new byte[0], NOW, NOW))
                .withMessage("The status is 0: expected 100 to 999");
    }

    @Test
    @Tag("DJ-COND-16")
    void a304HasAllItsFieldsButThoseAboutItsContent() {
        StoredResponse stored = response(
                new byte[1],
                "Cache-Control: max-age=60",
                "content-type: text/plain",
                "Content-Encoding: gzip",
                "Content-Location: /a",
                "Content-Security-Policy: default-src 'self'",
                "ETag: \"a\"",
                "Last-Modified: x",
                "Vary: Accept");

        assertThat(stored.headersOfNotModified().keySet())
                .containsExactlyInAnyOrder(
                        "Cache-Control",
                        "Content-Location",
                        "Content-Security-Policy",
                        "ETag",
                        "Last-Modified",
                        "Vary");
        assertThat(stored.headersOfNotModified()).containsEntry("etag", List.of("\"a\""));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> stored.headersOfNotModified().clear());
        assertThat(stored.lines("Content-Type")).containsExactly("text/plain");
    }
}
