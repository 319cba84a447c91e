package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code @CachePage} does to a method's responses. */
@Tag("ee11")
final class CachedPageIT {

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(
                Map.of(
                        "cachette.caches.default.backend",
                        "memory",
                        "cachette.caches.special.backend",
                        "memory",
                        "cachette.caches.special.location",
                        "special",
                        "cachette.pages.\"" + ArticlePages.class.getName() + "/configured\".timeout",
                        "5"),
                ArticlePages.class,
                Runs.class,
                SettableClock.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Tag("DJ-VIEW-03")
    void theSecondRequestGetsTheStoredResponse() {
        Answer first = server.get("/articles/plain");
        Answer second = server.get("/articles/plain");

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(first.header("Age")).isEmpty();
        assertThat(second.header("Age")).contains("0");
    }

    @Test
    @Tag("DJ-VIEW-06")
    void theMethodRunsAgainAfterTheTimeout() {
        String first = server.get("/articles/expiring").text();
        advance(59);
        assertThat(server.get("/articles/expiring").text()).isEqualTo(first);
        advance(1);
        assertThat(server.get("/articles/expiring").text()).isNotEqualTo(first);
    }

    @Test
    @Tag("DJ-VIEW-10")
    void everyUrlIsAPageOfItsOwn() {
        String one = server.get("/articles/by-id/1").text();
        String two = server.get("/articles/by-id/23").text();

        assertThat(one).startsWith("1 ").isNotEqualTo(two);
        assertThat(server.get("/articles/by-id/1").text()).isEqualTo(one);
        assertThat(server.get("/articles/by-id/23").text()).isEqualTo(two);
    }

    @Test
    @Tag("DJ-PAGE-27")
    void anotherQueryIsAnotherPage() {
        String none = server.get("/articles/query").text();
        String one = server.get("/articles/query?q=1").text();
        String two = server.get("/articles/query?q=2").text();

        assertThat(none).isNotEqualTo(one).isNotEqualTo(two);
        assertThat(server.get("/articles/query?q=1").text()).isEqualTo(one);
        assertThat(server.get("/articles/query").text()).isEqualTo(none);
    }

    @Test
    @Tag("DJ-PKEY-04")
    void anotherHostIsAnotherPage() {
        String address = server.uri().getAuthority();
        String other = address.replace("127.0.0.1", "localhost");

        assertThat(RawRequests.get(server.uri(), "/articles/host", "Host: " + address))
                .isEqualTo(RawRequests.get(server.uri(), "/articles/host", "Host: " + address))
                .isNotEqualTo(RawRequests.get(server.uri(), "/articles/host", "Host: " + other));
    }

    @Test
    @Tag("DJ-CC-16")
    void clientsAreToldHowLongTheyMayKeepIt() {
        Answer first = server.get("/articles/told");

        assertThat(first.header("Cache-Control")).contains("max-age=900");
        assertThat(first.header("Expires")).contains(date(900));
        assertThat(first.header("Last-Modified")).contains(date(0));
    }

    @Test
    @Tag("DJ-HIT-06")
    void theAgeOfAHitIsWhatItsLifeHasLost() {
        Answer first = server.get("/articles/aging");
        advance(10);
        Answer hit = server.get("/articles/aging");

        assertThat(hit.header("Age")).contains("10");
        assertThat(hit.header("Expires")).isEqualTo(first.header("Expires"));
        assertThat(hit.header("Cache-Control")).contains("max-age=900");
        assertThat(hit.header("Last-Modified")).isEqualTo(first.header("Last-Modified"));
    }

    @Test
    @Tag("DJ-VIEW-07")
    @Tag("DJ-VIEW-08")
    void aSmallerMaxAgeIsForClientsOnly() {
        Answer first = server.get("/articles/short-for-clients");
        assertThat(first.header("Expires")).contains(date(60));
        advance(30);
        Answer hit = server.get("/articles/short-for-clients");

        assertThat(first.header("Cache-Control")).contains("public, max-age=60");
        assertThat(hit.text()).isEqualTo(first.text());
        assertThat(hit.header("Age")).contains("0");
        assertThat(hit.header("Expires")).contains(date(60));
        advance(850);
        assertThat(server.get("/articles/short-for-clients").header("Age")).contains("40");
    }

    @Test
    void aLargerMaxAgeIsLoweredToTheTimeout() {
        assertThat(server.get("/articles/long-for-clients").header("Cache-Control"))
                .contains("max-age=60");
    }

    @Test
    @Tag("DJ-VIEW-05")
    void anotherCacheOrPrefixIsAnotherEntry() {
        String first = server.get("/articles/special").text();

        assertThat(server.get("/articles/special").text()).isEqualTo(first);
        server.bean(org.cachette.Caches.class).getDefault().clear();
        assertThat(server.get("/articles/special").text()).isEqualTo(first);
        server.bean(org.cachette.Caches.class).get("special").clear();
        assertThat(server.get("/articles/special").text()).isNotEqualTo(first);
    }

    @Test
    @Tag("DJ-PAGE-21")
    void aTimeoutOfZeroKeepsNothing() {
        Answer first = server.get("/articles/zero");

        assertThat(first.header("Cache-Control")).contains("max-age=0");
        assertThat(first.header("Expires")).contains(date(0));
        assertThat(server.get("/articles/zero").text()).isNotEqualTo(first.text());
    }

    @Test
    void theSettingsForClassAndMethodOverrideTheAnnotation() {
        String first = server.get("/articles/configured").text();
        advance(4);
        assertThat(server.get("/articles/configured").text()).isEqualTo(first);
        advance(1);
        assertThat(server.get("/articles/configured").text()).isNotEqualTo(first);
    }

    @Test
    @Tag("DJ-VIEW-16")
    @Tag("DJ-PAGE-28")
    void aPostPassesThrough() {
        Answer first = server.post("/articles/posted", "");
        Answer second = server.post("/articles/posted", "");

        assertThat(second.text()).isNotEqualTo(first.text());
        assertThat(second.header("Expires")).isEmpty();
    }

    @Test
    @Tag("DJ-VIEW-15")
    void anExceptionIsNotStored() {
        assertThat(server.get("/articles/failing").status()).isEqualTo(500);
        assertThat(server.get("/articles/failing").text()).startsWith("recovered");
    }

    @Test
    @Tag("R9110-27")
    void aGetWithContentBypassesTheCache() {
        String stored = server.get("/articles/fat").text();

        String fat = server.client().send("GET", "/articles/fat", "q=evil").text();

        assertThat(fat).isNotEqualTo(stored);
        assertThat(server.get("/articles/fat").text()).isEqualTo(stored);
    }

    private static void advance(int seconds) {
        server.bean(SettableClock.class).advance(Duration.ofSeconds(seconds));
    }

    private static String date(int seconds) {
        return org.cachette.http.HttpDates.format(
                server.bean(SettableClock.class).instant().plusSeconds(seconds));
    }
}
