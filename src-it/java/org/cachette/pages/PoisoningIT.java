package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.cachette.annotation.CachePage;
import org.cachette.client.Answer;
import org.cachette.client.RawClient;
import org.cachette.embedded.EmbeddedServer;
import org.glassfish.jersey.server.filter.HttpMethodOverrideFilter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever one client sends first, the next one gets the page that was meant for it. */
final class PoisoningIT {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(
                Map.of("cachette.caches.default.max-entries", "10000"),
                Seen.class,
                Html.class,
                Json.class,
                Untyped.class,
                HttpMethodOverrideFilter.class,
                Runs.class,
                SettableClock.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Port: 1",
                "X-Forwarded-Prefix: /evil",
                "X-Forwarded-For: 1.1.1.1",
                "Forwarded: host=evil.example",
                "X-Host: evil.example",
                "X-Original-URL: /seen/evil",
                "X-Rewrite-URL: /seen/evil",
                "X-HTTP-Method-Override: POST",
                "X-HTTP-Method: HEAD",
                "X-Method-Override: DELETE",
                "Accept: text/html, */*;q=0.1",
                "Accept-Encoding: evil",
                "User-Agent: evil",
                "Cookie: evil=1",
                "Range: bytes=0-1",
                "If-None-Match: *",
                "Content-Type: text/evil",
                "TE: trailers",
                "Origin: https://evil.example",
                "Cache-Control: no-store",
                "Pragma: no-cache"
            })
    void aHeaderThatThePageDoesNotVaryOn(String header) {
        assertUnharmed("/seen/page", header);
    }

    @ParameterizedTest
    @CsvSource({
        "/seen/page?a=1&a=2, /seen/page?a=1",
        "/seen/page?a=2&a=1, /seen/page?a=1&a=2",
        "/seen/page?a=1;a=2, /seen/page?a=1",
        "/seen/page?A=1, /seen/page?a=1",
        "/seen/page?a=1&%61=2, /seen/page?a=1&a=2",
        "/seen/page?a=%31, /seen/page?a=1",
        "/seen/page?a=1+2, /seen/page?a=1%202",
        "/seen/page;a=b, /seen/page",
        "/seen;a=b/page, /seen/page",
        "/seen/page;, /seen/page",
        "/seen/page;a=b;a=c, /seen/page;a=b",
        "/seen/%70age, /seen/page",
        "/seen/page/, /seen/page",
        "/seen//page, /seen/page",
        "/seen/x%2fy, /seen/x/y",
        "/seen/%2e, /seen/page",
        "/seen/%2e%2e, /seen/page",
        "/seen/page%2e, /seen/page.",
        "/seen/page%00, /seen/page",
        "/seen/page%23, /seen/page",
        "/seen/page%3fa=1, /seen/page?a=1",
        "/seen/page%3ba=b, /seen/page;a=b",
        "/seen/PAGE, /seen/page"
    })
    void aUrlThatLooksLikeAnother(String evil, String good) {
        String own = "&own=" + NUMBERS.incrementAndGet();
        String evilPath = evil + (evil.contains("?") ? own : "?" + own);
        String goodPath = good + (good.contains("?") ? own : "?" + own);

        String evilPage = server.get(evilPath).text();
        Answer goodPage = server.get(goodPath);

        assertThat(goodPage.text()).isEqualTo("seen " + server.uri() + goodPath);
        assertThat(goodPage.text()).isNotEqualTo(evilPage);
    }

    @Test
    @Tag("R9110-27")
    void aGetWithContent() {
        String path = "/seen/page?fat=" + NUMBERS.incrementAndGet();
        server.client().send("GET", path, "a=evil");
        RawClient.send(
                server.uri(),
                "GET " + path + " HTTP/1.1\r\nHost: " + server.uri().getAuthority()
                        + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n6\r\na=evil\r\n0\r\n\r\n");

        Answer answer = server.get(path);

        assertThat(answer.text()).isEqualTo("seen " + server.uri() + path);
        assertThat(answer.header("Age")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=evil"})
    void aPostThatIsOverriddenToAGet(String body) {
        String path = "/seen/page?override=" + NUMBERS.incrementAndGet();
        server.post(path, body, "X-HTTP-Method-Override: GET");

        assertThat(server.get(path).text()).isEqualTo("seen " + server.uri() + path);
    }

    @Test
    void anAbsoluteTargetOfAnotherHost() {
        String path = "/seen/page?absolute=" + NUMBERS.incrementAndGet();
        RawClient.send(
                server.uri(),
                "GET http://evil.example" + path + " HTTP/1.1\r\nHost: "
                        + server.uri().getAuthority() + "\r\nConnection: close\r\n\r\n");

        assertThat(server.get(path).text()).isEqualTo("seen " + server.uri() + path);
    }

    @Test
    @Tag("R9111-30")
    void theLetterCaseOfHeaderNamesDoesNotMatter() {
        String path = "/seen/varying?case=" + NUMBERS.incrementAndGet();
        String first = server.get(path, "X-A: 1").text();

        assertThat(server.get(path, "x-a: 1").text()).isEqualTo(first);
        assertThat(server.get(path, "x-A: 2").text()).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json", "image/svg+xml", "text/evil", "*/*", "text/*;q=0.1"})
    void whatAnotherClientAcceptsOfAPageWithoutAMediaType(String accept) {
        String path = "/untyped?" + NUMBERS.incrementAndGet();
        server.get(path, "Accept: " + accept);
        Answer answer = server.get(path, "Accept: text/plain");

        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    }

    @Test
    void aRepresentationThatAnotherClassMakesForTheSamePath() {
        for (int round = 0; round < 2; round++) {
            assertThat(server.get("/shared/7", "Accept: text/html").text()).startsWith("<p>7");
            assertThat(server.get("/shared/7", "Accept: application/json").text())
                    .startsWith("{\"id\": 7");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Missing: 1", "Accept: application/json"})
    void anErrorIsNotKept(String header) {
        String path = "/seen/maybe?" + NUMBERS.incrementAndGet();
        assertThat(server.get(path, header).status()).isGreaterThanOrEqualTo(400);

        assertThat(server.get(path).text()).isEqualTo("there");
    }

    /** The first client sends the header, the second does not and gets what it would have got alone. */
    private static void assertUnharmed(String page, String header) {
        String path = page + "?" + NUMBERS.incrementAndGet();
        RawRequests.answer(server.uri(), path, "Host: " + server.uri().getAuthority(), header);
        Answer answer = server.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("seen " + server.uri() + path);
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(answer.header("ETag")).isPresent();
        assertThat(answer.header("Cache-Control")).contains("max-age=60");
    }

    @Path("/seen")
    @Produces("text/plain")
    public static class Seen {

        @Inject
        Runs runs;

        @Context
        UriInfo uri;

        @GET
        @Path("{page:.*}")
        @CachePage(60)
        public String page() {
            return "seen " + uri.getRequestUri();
        }

        @GET
        @Path("varying")
        @CachePage(60)
        public Response varying() {
            return Response.ok("varying " + runs.next()).header("vary", "x-A").build();
        }

        @GET
        @Path("maybe")
        @CachePage(60)
        public Response maybe(@jakarta.ws.rs.HeaderParam("X-Missing") String missing) {
            return missing == null
                    ? Response.ok("there").build()
                    : Response.status(400).entity("bad").build();
        }
    }

    @Path("/shared")
    @Produces("text/html")
    public static class Html {

        @Inject
        Runs runs;

        @GET
        @Path("{id}")
        @CachePage(60)
        public String page(@PathParam("id") int id) {
            return "<p>" + id + " " + runs.next();
        }
    }

    @Path("/shared/")
    @Produces("application/json")
    public static class Json {

        @Inject
        Runs runs;

        @GET
        @Path("/{number}")
        @CachePage(60)
        public String page(@PathParam("number") int id) {
            return "{\"id\": " + id + ", \"run\": " + runs.next() + "}";
        }
    }

    @Path("/untyped")
    public static class Untyped {

        @GET
        @CachePage(60)
        public String page(@QueryParam("evil") String evil) {
            return "<script>" + evil;
        }
    }
}
