package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.cachette.CurrentResponse;
import org.cachette.annotation.CacheControl;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.VaryOnCookie;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What annotations and {@link CurrentResponse} say about a response, and what the page cache makes of it. */
final class DeclaredHeadersIT {

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(
                Map.of(),
                DeclaredPages.class,
                Guarded.class,
                Untyped.class,
                Named.class,
                Runs.class,
                SettableClock.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Tag("DJ-CC-18")
    @Tag("DJ-PAGE-10")
    void neverCacheBeatsThePagesTimeout() {
        Answer first = server.get("/declared/never");

        assertThat(first.header("Cache-Control")).contains("max-age=0, no-cache, no-store, must-revalidate, private");
        assertThat(first.header("Expires")).isPresent();
        assertThat(first.header("ETag")).isEmpty();
        assertThat(server.get("/declared/never").text()).isNotEqualTo(first.text());
    }

    @Test
    @Tag("DJ-CC-21")
    void everyMemberOfCacheControlIsADirective() {
        assertThat(server.get("/declared/all").header("Cache-Control"))
                .contains("private, no-transform, must-revalidate, proxy-revalidate, max-age=123, s-maxage=5,"
                        + " stale-while-revalidate=7, stale-if-error=9, custom=456");
    }

    @Test
    @Tag("DJ-VARY-08")
    void varyOnHeadersKeepsPagesApart() {
        Answer one = server.get("/declared/headers", "User-Agent: one");
        Answer two = server.get("/declared/headers", "User-Agent: two");

        assertThat(one.header("Vary")).contains("User-Agent, Another-header");
        assertThat(two.text()).isNotEqualTo(one.text());
        assertThat(server.get("/declared/headers", "User-Agent: one").text()).isEqualTo(one.text());
        assertThat(server.get("/declared/headers", "User-Agent: two").text()).isEqualTo(two.text());
    }

    @Test
    @Tag("DJ-PKEY-11")
    void valuesOfTwoFieldsNeverRunTogether() {
        String one = server.get("/declared/headers", "User-Agent: EU", "Another-header: x")
                .text();

        assertThat(server.get("/declared/headers", "User-Agent: E", "Another-header: Ux")
                        .text())
                .isNotEqualTo(one);
    }

    @Test
    @Tag("DJ-VARY-08")
    void varyOnCookieKeepsVisitorsApart() {
        Answer alice = server.get("/declared/cookie", "Cookie: member=alice");
        Answer bob = server.get("/declared/cookie", "Cookie: member=bob");
        Answer nobody = server.get("/declared/cookie");

        assertThat(alice.header("Vary")).contains("Cookie");
        assertThat(alice.text()).startsWith("member=alice");
        assertThat(bob.text()).startsWith("member=bob");
        assertThat(nobody.text()).startsWith("null");
        assertThat(server.get("/declared/cookie", "Cookie: member=alice").text())
                .isEqualTo(alice.text());
    }

    @Test
    void theMethodsOwnAnnotationWinsOverTheClass() {
        assertThat(server.get("/guarded/own").header("Cache-Control")).contains("public, max-age=60");
        assertThat(server.get("/guarded/inherited").header("Cache-Control")).contains("private");
    }

    @Test
    void aPrivatePageIsNeitherStoredNorGivenALifetime() {
        Answer first = server.get("/guarded/inherited");

        assertThat(first.header("Expires")).isEmpty();
        assertThat(server.get("/guarded/inherited").text()).isNotEqualTo(first.text());
    }

    @Test
    void aBeanThatTakesPartDeclaresForTheWholeResponse() {
        Answer one = server.get("/declared/by-bean", "Cookie: member=alice");
        Answer two = server.get("/declared/by-bean", "Cookie: member=bob");

        assertThat(one.header("Vary")).contains("Cookie");
        assertThat(two.text()).isNotEqualTo(one.text());
    }

    @Test
    void whatCodeDeclaresIsPatchedAndObeyed() {
        Answer one = server.get("/declared/in-code", "X-Team: red");

        assertThat(one.header("Vary")).contains("X-Team, Cookie");
        assertThat(one.header("Cache-Control")).contains("max-age=30, public, custom=456");
        assertThat(server.get("/declared/in-code", "X-Team: red").text()).isEqualTo(one.text());
        assertThat(server.get("/declared/in-code", "X-Team: blue").text()).isNotEqualTo(one.text());
    }

    @Test
    void dontStoreLeavesTheHeadersButKeepsNoEntry() {
        Answer first = server.get("/declared/dont-store");

        assertThat(first.header("Cache-Control")).isEmpty();
        assertThat(server.get("/declared/dont-store").text()).isNotEqualTo(first.text());
    }

    @Test
    void aPrivateThatTheResponseSetsIsNotLiftedByAnAnnotation() {
        Answer first = server.get("/declared/own-private");

        assertThat(first.header("Cache-Control"))
                .hasValueSatisfying(
                        value -> assertThat(value).contains("private").doesNotContain("public"));
        assertThat(server.get("/declared/own-private").text()).isNotEqualTo(first.text());
    }

    @Test
    void anErrorIsNotMadePublicByAnAnnotation() {
        assertThat(server.get("/declared/broken").status()).isEqualTo(503);
        assertThat(server.get("/declared/broken").header("Cache-Control")).isEmpty();
    }

    @Test
    void whatABodyDeclaresWhileItIsWrittenReachesTheHeldAnswer() {
        Answer first = server.get("/declared/while-writing");

        assertThat(first.header("Cache-Control")).contains("private");
        assertThat(first.header("Expires")).isEmpty();
        assertThat(server.get("/declared/while-writing").text()).isNotEqualTo(first.text());
    }

    @Test
    void methodsThatAreNotPagesAreDeclaredForToo() {
        assertThat(server.get("/declared/uncached").header("Vary")).contains("Accept-Language");
    }

    @Test
    void severalMediaTypesKeepRepresentationsApart() {
        Answer text = server.get("/declared/negotiated", "Accept: text/plain");
        Answer html = server.get("/declared/negotiated", "Accept: text/html");

        assertThat(text.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(html.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(text.header("Vary")).contains("Accept");
    }

    @Test
    void aMediaTypeThatOneClientAskedForIsNotServedToAnother() {
        Answer attacker = server.get("/untyped", "Accept: text/html");
        Answer visitor = server.get("/untyped", "Accept: application/json");

        assertThat(attacker.header("Content-Type")).isNotEqualTo(visitor.header("Content-Type"));
    }

    @Path("/guarded")
    @Produces("text/plain")
    @RequestScoped
    @CachePage(60)
    @CacheControl(isPrivate = true)
    public static class Guarded {

        @Inject
        Runs runs;

        @GET
        @Path("own")
        @CacheControl(isPublic = true, maxAge = 60)
        public String own() {
            return "own " + runs.next();
        }

        @GET
        @Path("inherited")
        public String inherited() {
            return "inherited " + runs.next();
        }
    }

    @Path("/untyped")
    public static class Untyped {

        @GET
        @CachePage(60)
        public String untyped() {
            return "{\"a\": 1}";
        }
    }

    @ApplicationScoped
    public static class Named {

        @VaryOnCookie
        public String name() {
            return "name ";
        }
    }
}
