package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cachette.client.Answer;
import org.cachette.client.RawClient;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No-Vary-Search, the QUERY method, and the language and time zone that an application chooses. */
@Tag("ee11")
final class SearchIT {

    private EmbeddedServer server;

    @BeforeEach
    void start() {
        server = start(Map.of(
                "cachette.site.query-content",
                "1000",
                "cachette.site.vary-language",
                "true",
                "cachette.site.vary-time-zone",
                "true"));
    }

    private static EmbeddedServer start(Map<String, String> settings) {
        return EmbeddedServer.start(
                settings, SearchPages.class, SearchPages.Choosing.class, Runs.class, SettableClock.class);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "q=1, q=1&x=2, true",
        "x=1&q=1, q=1&x=1&x=2, true",
        "q=a+b, q=a%20b, true",
        "q=1&x=1, q=2&x=1, false",
        "q=1, Q=1, false",
        "q=1&q=2, q=2&q=1, false",
        "q=1, q=1&x=1;q=2, false",
        "q=1, q%5B%5D=1, false",
        "q=1, q=1&%78=2, true",
        "q=1&y=1, y=1&q=1, false"
    })
    @Tag("RNVS-4")
    @Tag("RNVS-5")
    @Tag("RNVS-6")
    void whatTheResponseSaysNotToDependOnMakesNoOtherPage(String one, String other, boolean same) {
        assertThat(get("?" + one).equals(get("?" + other))).isEqualTo(same);
    }

    @Test
    @Tag("RNVS-2")
    @Tag("RNVS-7")
    void whatCantBeReadSaysNothing() {
        assertThat(get("?say=params%3D%28&q=1")).isNotEqualTo(get("?say=params%3D%28&q=1&x=1"));
        assertThat(get("/plain?a=1")).isNotEqualTo(get("/plain?a=2"));
    }

    @Test
    @Tag("RNVS-10")
    void theLatestWordOfAPathHolds() {
        String before = get("?q=1&x=1");
        String other = get("?q=2&say=params%3D%28%22y%22%20%22say%22%29");

        assertThat(get("?q=2&y=7")).isEqualTo(other);
        assertThat(get("?q=1&x=2")).isNotEqualTo(before);
    }

    @Test
    @Tag("RNVS-11")
    void whatChangesAPageDropsItForAllUrlsThatAreTheSame() {
        String first = get("?q=1&x=1");
        server.post("/search?q=1&x=9", "");

        assertThat(get("?q=1&x=1")).isNotEqualTo(first);
    }

    @Test
    @Tag("RNVS-8")
    void variantsOfSuchAPageStayApart() {
        String one = get("/varying?q=1&z=1", "X-A: 1");

        assertThat(get("/varying?z=2&q=1", "X-A: 1")).isEqualTo(one);
        assertThat(get("/varying?q=1", "X-A: 2")).isNotEqualTo(one);
        assertThat(server.head("/search/varying?q=1&z=3", "X-A: 1").header("Age"))
                .contains("0");
    }

    @Test
    @Tag("RQRY-2")
    @Tag("RQRY-3")
    void aQueryIsCachedByItsContentAndTheMethodReadsIt() {
        String one = ask("text/plain", "select a").text();

        assertThat(one).startsWith("select a run");
        assertThat(ask("text/plain", "select a").text()).isEqualTo(one);
        assertThat(ask("text/plain", "select b").text()).startsWith("select b").isNotEqualTo(one);
        assertThat(ask("application/json", "select a").text()).isNotEqualTo(one);
        assertThat(get("?q=1")).isNotEqualTo(one);
        assertThat(ask("text/plain", "select a").header("Age")).contains("0");
    }

    @Test
    @Tag("RQRY-1")
    void aQueryInvalidatesNothingAndIsInvalidatedByAPost() {
        String page = get("?q=1");
        String one = ask("text/plain", "a").text();

        assertThat(get("?q=1")).isEqualTo(page);
        assertThat(ask("text/plain", "a").text()).isEqualTo(one);
        server.post("/search", "");
        assertThat(ask("text/plain", "a").text()).isNotEqualTo(one);
    }

    @Test
    @Tag("RQRY-5")
    void aQueryWithTooMuchContentPassesByAndIsReadWhole() {
        String large = "x".repeat(1001);
        String one = ask("text/plain", large).text();

        assertThat(one).startsWith(large + " run");
        assertThat(ask("text/plain", large).text()).isNotEqualTo(one);
    }

    @Test
    void aQueryWithAFormIsToldApartByTheForm() {
        String one = send("form", "application/x-www-form-urlencoded", "q=1");

        assertThat(one).startsWith("1 run");
        assertThat(send("form", "application/x-www-form-urlencoded", "q=2")).startsWith("2 run");
        assertThat(send("form", "application/x-www-form-urlencoded", "q=1")).startsWith("1 run");
    }

    @Test
    void aQueryInChunksIsToldApartByItsContent() {
        String one = chunked("a=1");

        assertThat(one).contains("a=1 run");
        assertThat(chunked("a=2")).contains("a=2 run");
        assertThat(body(chunked("a=1"))).isEqualTo(body(one));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "HEAD"})
    void noOtherMethodIsAnsweredWithTheAnswerToAQuery(String method) {
        String one = ask("text/plain", "").text();

        assertThat(server.client()
                        .send(method, "/search", "", "Content-Type: text/plain")
                        .text())
                .isNotEqualTo(one);
    }

    @Test
    void withoutALimitAQueryIsNotCached() {
        server.close();
        server = start(Map.of("cachette.site.query-content", "0"));

        assertThat(ask("text/plain", "a").text())
                .isNotEqualTo(ask("text/plain", "a").text());
    }

    @Test
    @Tag("DJ-PKEY-09")
    @Tag("DJ-PKEY-14")
    @Tag("DJ-PKEY-15")
    void theLanguageOfTheVisitorTellsPagesApartAndItsSpellingsDoNot() {
        String german = get("/language", "X-Language: de", "Accept-Language: de-AT, de;q=0.5");

        assertThat(get("/language", "X-Language: de", "Accept-Language: de")).isEqualTo(german);
        assertThat(get("/language", "X-Language: fr", "Accept-Language: de")).isNotEqualTo(german);
        assertThat(get("/language", "Accept-Language: de")).isNotEqualTo(german);
        assertThat(get("/plain", "X-Language: de")).isNotEqualTo(get("/plain", "X-Language: fr"));
    }

    @Test
    @Tag("DJ-PKEY-14")
    void theTimeZoneOfTheVisitorTellsPagesApart() {
        String vienna = get("/plain", "X-Zone: Europe/Vienna");

        assertThat(get("/plain", "X-Zone: Europe/Vienna")).isEqualTo(vienna);
        assertThat(get("/plain", "X-Zone: Asia/Tokyo")).isNotEqualTo(vienna);
        assertThat(get("/plain")).isNotEqualTo(vienna);
    }

    @Test
    void aClientsOwnFieldsAreNoLanguage() {
        String mine = RawRequests.get(
                server.uri(), "/search/plain", "Host: " + server.uri().getAuthority(), ":language: de", "language: de");

        assertThat(get("/plain", "X-Language: de")).isNotEqualTo(mine);
    }

    @Test
    void withoutTheSwitchesLanguageAndTimeZoneDoNotMatter() {
        server.close();
        server = start(Map.of());

        assertThat(get("/plain", "X-Language: de", "X-Zone: Asia/Tokyo")).isEqualTo(get("/plain", "X-Language: fr"));
    }

    private Answer ask(String type, String content) {
        return server.client().send("QUERY", "/search", content, "Content-Type: " + type);
    }

    private String send(String path, String type, String content) {
        return server.client()
                .send("QUERY", "/search/" + path, content, "Content-Type: " + type)
                .text();
    }

    private String chunked(String content) {
        return RawClient.send(
                server.uri(),
                "QUERY /search HTTP/1.1\r\nHost: " + server.uri().getAuthority()
                        + "\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                        + Integer.toHexString(content.length()) + "\r\n" + content + "\r\n0\r\n\r\n");
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n"));
    }

    private String get(String page, String... headers) {
        return server.get("/search" + page, headers).text();
    }
}
