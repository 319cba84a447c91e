package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that are not cached get an ETag, and a 304 for who has them. */
@Tag("ee11")
final class ConditionalGetIT {

    private static final String DATE = "Thu, 01 Jan 2026 00:00:00 GMT";

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(
                Map.of(
                        "cachette.site.conditional-get",
                        "true",
                        "cachette.pages.\"/conditional/private\".timeout",
                        "60"),
                ConditionalPages.class,
                Runs.class,
                SettableClock.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Tag("DJ-COND-18")
    @Tag("DJ-COND-22")
    void thePageGetsAStrongTagAndWhoHasItGetsA304() {
        Answer first = server.get("/conditional");
        String tag = first.header("ETag").orElseThrow();
        int runs = server.bean(Runs.class).count();
        Answer second = server.get("/conditional", "If-None-Match: " + tag);

        assertThat(tag).startsWith("\"");
        assertThat(first.text()).isEqualTo("Test conditional get response");
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.header("ETag")).contains(tag);
        assertThat(server.bean(Runs.class).count()).isEqualTo(runs + 1);
        assertThat(first.header("Age")).isEmpty();
        assertThat(first.header("Cache-Control")).isEmpty();
    }

    @Test
    @Tag("DJ-COND-08")
    @Tag("DJ-COND-10")
    void aWeakTagOfSeveralIsEnough() {
        String tag = server.get("/conditional").header("ETag").orElseThrow();

        assertThat(server.get("/conditional", "If-None-Match: \"x\", W/" + tag).status())
                .isEqualTo(304);
        assertThat(server.get("/conditional", "If-None-Match: \"x\"").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-store", "max-age=1, No-Store"})
    @Tag("DJ-COND-18")
    void whatMustNotBeStoredGetsNoTag(String control) {
        assertThat(server.get("/conditional/told", "X-Control: " + control).header("ETag"))
                .isEmpty();
        assertThat(server.get("/conditional/never").header("ETag")).isEmpty();
    }

    @Test
    @Tag("DJ-COND-19")
    void aLookalikeOfNoStoreForbidsNothing() {
        assertThat(server.get("/conditional/told", "X-Control: my-directive=\"my-no-store\"")
                        .header("ETag"))
                .isPresent();
    }

    @Test
    @Tag("DJ-COND-20")
    void aTagThatIsThereStays() {
        assertThat(server.get("/conditional/told", "X-Tag: bare").header("ETag"))
                .contains("bare");
        assertThat(server.get("/conditional/told", "X-Tag: \"own\"", "If-None-Match: \"own\"")
                        .status())
                .isEqualTo(304);
    }

    @Test
    @Tag("DJ-COND-12")
    @Tag("DJ-COND-13")
    @Tag("DJ-COND-16")
    @Tag("DJ-COND-21")
    void aDateOfTheResponseIsComparedToo() {
        Answer same = server.get("/conditional/told", "X-Modified: " + DATE, "If-Modified-Since: " + DATE);

        assertThat(same.status()).isEqualTo(304);
        assertThat(same.header("Set-Cookie")).contains("seen=1");
        assertThat(same.header("Content-Type")).isEmpty();
        assertThat(server.get(
                                "/conditional/told",
                                "X-Modified: " + DATE,
                                "If-Modified-Since: Wed, 31 Dec 2025 00:00:00 GMT")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Tag("DJ-COND-01")
    void anErrorStaysAsItIs() {
        Answer error = server.get("/conditional/told", "X-Status: 404", "If-None-Match: *");

        assertThat(error.status()).isEqualTo(404);
        assertThat(error.header("ETag")).isEmpty();
    }

    @Test
    @Tag("DJ-COND-14")
    void onlyGetIsAnsweredSo() {
        assertThat(server.client()
                        .send("PUT", "/conditional", "a", "If-Modified-Since: " + DATE, "Content-Type: text/plain")
                        .status())
                .isEqualTo(200);
        assertThat(server.head("/conditional").header("ETag")).isEmpty();
    }

    @Test
    @Tag("DJ-COND-18")
    void anEmptyPageGetsNoTag() {
        assertThat(server.get("/conditional/empty").header("ETag")).isEmpty();
    }

    @Test
    void whatIsDeclaredGoesOutBesideTheTag() {
        Answer page = server.get("/conditional/declared");

        assertThat(page.header("Vary")).contains("X-A, Cookie");
        assertThat(page.header("ETag")).isPresent();
    }
}
