package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cachette.client.RawClient;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of the query, the cookies and Accept-Encoding tells pages apart, when nothing is set. */
@Tag("ee11")
final class KeysIT {

    private static final List<String> SPELLINGS = List.of(
            "member=alice",
            "member=bob",
            "member=",
            "member",
            "member=\"alice\"",
            "member=alice; member=bob",
            "member=bob; member=alice",
            "other=member=alice",
            "x=\"a; member=alice\"",
            "x=\"; member=alice; y=\"",
            "member=alice,member=bob",
            "member=alice, member=bob",
            "x=1, member=carol",
            "member=ALICE",
            "Member=alice",
            "member =alice",
            "x=1;member=dave",
            "x=1;\tmember=dave");

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(
                Map.of("cachette.caches.default.max-entries", "10000"),
                KeyedPages.class,
                KeyedPages.Tracking.class,
                Runs.class,
                SettableClock.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"a=1&b=2, b=2&a=1", "a=1, a=1&utm_source=x", "a=1, ''", "a=%5B, a=%5b"})
    @Tag("DJ-PKEY-05")
    @Tag("DJ-PAGE-27")
    void theWholeQueryCountsAsItWasSent(String one, String other) {
        assertThat(get("query?" + one)).isNotEqualTo(get("query?" + other));
        assertThat(get("query?" + one)).isEqualTo(get("query?" + one));
    }

    @Test
    @Tag("DJ-PKEY-04")
    void anotherHostIsAnotherPage() {
        String path = "/keyed/query?host";
        String one = RawRequests.get(server.uri(), path, "Host: one.example");

        assertThat(RawRequests.get(server.uri(), path, "Host: one.example")).isEqualTo(one);
        assertThat(RawRequests.get(server.uri(), path, "Host: two.example")).isNotEqualTo(one);
    }

    @Test
    @Tag("R9111-20")
    @Tag("R9111-80")
    void aHostIsOneInAllItsSpellings() {
        String path = "/keyed/query?spelled";
        String unusual = RawRequests.get(server.uri(), path, "Host: THREE.example");
        String page = RawRequests.get(server.uri(), path, "Host: three.example");
        assertThat(page).isNotEqualTo(unusual);
        assertThat(RawRequests.get(server.uri(), path, "Host: three.example")).isEqualTo(page);

        RawClient.send(
                server.uri(),
                "POST " + path
                        + " HTTP/1.1\r\nHost: Three.example:80\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        String next = RawRequests.get(server.uri(), path, "Host: three.example");
        assertThat(next).isNotEqualTo(page);
        assertThat(RawRequests.get(server.uri(), path, "Host: THREE.example")).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_ga=1", "theme=dark", "Member=bob", "memberx=bob", "xmember=bob"})
    void otherCookiesThanTheNamedOneMakeNoOtherPage(String other) {
        String alone = get("member?" + other, "Cookie: member=alice");

        assertThat(alone).startsWith("alice");
        assertThat(get("member?" + other, "Cookie: member=alice; other=1")).isEqualTo(alone);
        assertThat(get("member?" + other, "Cookie: z=1; member=alice")).isEqualTo(alone);
        assertThat(server.get("/keyed/member?" + other, "Cookie: member=alice; other=1")
                        .header("Vary"))
                .contains("Cookie");
    }

    /** By what the server itself reads as the cookie: spellings that it takes for one may share a page or not. */
    @Test
    void everyVisitorGetsThePageOfWhatTheApplicationReadsAsTheCookie() {
        for (int round = 0; round < 2; round++) {
            for (String cookies : SPELLINGS) {
                String read = get("member-uncached", "Cookie: " + cookies);

                assertThat(get("member?read", "Cookie: " + cookies)).as(cookies).startsWith(read + " run");
            }
        }
    }

    @Test
    void visitorsWhoseNamedCookieCouldBeAnotherNeverShareAPage() {
        Set<String> pages = new HashSet<>();
        for (String cookies : SPELLINGS) {
            pages.add(get("member?apart", "Cookie: " + cookies));
        }
        pages.add(get("member?apart"));

        assertThat(pages).hasSize(SPELLINGS.size() + 1);
        assertThat(get("member?apart", "Cookie: other=1")).isEqualTo(get("member?apart"));
    }

    @Test
    void valuesOfSeveralNamedCookiesNeverMix() {
        String one = get("two", "Cookie: member=a; theme=b");

        assertThat(get("two", "Cookie: theme=b; member=a; x=1")).isEqualTo(one);
        assertThat(get("two", "Cookie: member=b; theme=a")).isNotEqualTo(one);
        assertThat(get("two", "Cookie: member=a")).isNotEqualTo(one);
        assertThat(get("two", "Cookie: theme=b")).isNotEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"any", "own-header", "declared", "headers", "written"})
    void whatVariesOnCookieByAnotherWordVariesOnTheWholeField(String page) {
        String one = get(page, "Cookie: member=alice; theme=dark");

        assertThat(get(page, "Cookie: member=alice; theme=light")).isNotEqualTo(one);
        assertThat(get(page, "Cookie: member=alice")).isNotEqualTo(one);
        assertThat(get(page, "Cookie: member=alice; theme=dark")).isEqualTo(one);
    }

    @Test
    @Tag("DJ-FRAG-01")
    void aPageVariesOnTheCookieThatItsFragmentNamesAlsoWhenItCameFromTheCache() {
        String rendered = get("fragment?1", "Cookie: member=alice; x=1");
        String fromCache = get("fragment?2", "Cookie: member=alice; x=1");

        assertThat(get("fragment?1", "Cookie: member=alice")).isEqualTo(rendered);
        assertThat(get("fragment?2", "Cookie: member=alice")).isEqualTo(fromCache);
        assertThat(get("fragment?2", "Cookie: member=bob; x=1")).contains("hello bob");
        assertThat(server.get("/keyed/fragment?2", "Cookie: member=alice").header("Vary"))
                .contains("Cookie");
        assertThat(fromCache.replaceFirst("page \\d+", "")).isEqualTo(rendered.replaceFirst("page \\d+", ""));
    }

    @Test
    void aUserWhoIsKnownOtherwiseGetsNoSharedPage() {
        String known = get("member?auth", "Cookie: member=alice", "Authorization: Basic YTpi");

        assertThat(get("member?auth", "Cookie: member=alice")).isNotEqualTo(known);
    }

    @Test
    void twoHundredSpellingsOfAcceptEncodingMakeAFewEntries() {
        int before = server.bean(Runs.class).count();
        for (int i = 0; i < 200; i++) {
            get("coded", "Accept-Encoding: gzip;q=0." + (100 + i) + ", x" + i + ", br;q=1.0 , deflate");
        }
        get("coded", "Accept-Encoding: DEFLATE, x-gzip, br");

        assertThat(server.bean(Runs.class).count()).isEqualTo(before + 1);
        assertThat(get("coded", "Accept-Encoding: identity")).isNotEqualTo(get("coded", "Accept-Encoding: gzip"));
        assertThat(get("coded", "Accept-Encoding: br;q=0, gzip")).isEqualTo(get("coded", "Accept-Encoding: gzip"));
        assertThat(get("coded", "Accept-Encoding: gzip;q=oops")).isNotEqualTo(get("coded", "Accept-Encoding: gzip"));
        assertThat(server.get("/keyed/coded").header("Vary")).contains("Accept-Encoding");
    }

    @Test
    void anAnswerInACodingThatWasNotAskedForIsKeptForTheSameRequestAlone() {
        String one = get("strange", "Accept-Encoding: strange");

        assertThat(get("strange", "Accept-Encoding: strange")).isEqualTo(one);
        assertThat(get("strange", "Accept-Encoding: identity")).isNotEqualTo(one);
        assertThat(get("strange", "Accept-Encoding: other")).isNotEqualTo(one);
    }

    private static String get(String page, String... headers) {
        return server.get("/keyed/" + page, headers).text();
    }
}
