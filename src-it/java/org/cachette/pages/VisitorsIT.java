package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may be given a page that was made for another visitor: each two visitors, in both orders. */
final class VisitorsIT {

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(
                Map.of("cachette.caches.default.max-entries", "10000"),
                VisitorPages.class,
                VisitorPages.Login.class,
                Runs.class,
                SettableClock.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Visitors[]> pairs() {
        return Visitors.pairs().stream();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    @Tag("R9111-7")
    @Tag("DJ-PAGE-23")
    @Tag("S1")
    void nobodyGetsAPageThatWasMadeForAnother(Visitors first, Visitors second) {
        for (String page : List.of("plain", "vary-cookie", "vary-authorization", "private", "never")) {
            String path = path(page, first, second);

            assertThat(get(path, first)).as(path).startsWith("for " + first.name + ",");
            assertThat(get(path, second)).as(path).startsWith("for " + second.name + ",");
            assertThat(get(path, first)).as(path).startsWith("for " + first.name + ",");
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    @Tag("R9111-8")
    void aResponseThatSaysSoIsSharedByAll(Visitors first, Visitors second) {
        for (String page : List.of("public", "s-maxage")) {
            String path = path(page, first, second);

            assertThat(get(path, second)).as(path).isNotEmpty().isEqualTo(get(path, second));
            assertThat(get(path, first)).as(path).isEqualTo(get(path, second));
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    @Tag("R9111-8")
    void mustRevalidateSharesAmongThoseWithATokenOnly(Visitors first, Visitors second) {
        String path = path("must-revalidate", first, second);
        String made = get(path, first);
        String got = get(path, second);

        boolean shared = (first.hasToken() || first.name.equals("nobody"))
                && (second.hasToken() || second.name.equals("nobody"));
        assertThat(got.equals(made)).isEqualTo(shared);
        if (!shared) {
            assertThat(got).startsWith("for " + second.name + ",");
        }
    }

    @ParameterizedTest
    @EnumSource(Visitors.class)
    void anIdentifiedVisitorsPageIsMadeAnewEachTime(Visitors visitor) {
        String path = path("plain", visitor, visitor);

        assertThat(get(path, visitor).equals(get(path, visitor))).isEqualTo(visitor.name.equals("nobody"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Visitors.class,
            names = {"ALICE_BY_COOKIE", "ALICE_BY_HEADER_WITH_A_COOKIE"})
    void aVisitorWithACookieHasPagesOfItsOwnUnderVaryCookie(Visitors visitor) {
        String path = path("vary-cookie", visitor, visitor);

        assertThat(get(path, visitor)).isEqualTo(get(path, visitor));
    }

    @ParameterizedTest
    @EnumSource(
            value = Visitors.class,
            names = {"ALICE_BY_HEADER", "TOKEN_OF_BOB", "TOKEN_OF_BOB_WITH_A_COOKIE"})
    void varyCookieLiftsNothingForThoseKnownByOtherMeans(Visitors visitor) {
        String path = path("vary-cookie", visitor, visitor);

        assertThat(get(path, visitor)).isNotEqualTo(get(path, visitor));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aRefusalInTheMethodReachesNoneWhoIsAllowedAndThePageNoneWhoIsNot(Visitors first, Visitors second) {
        String path = path("guarded", first, second);

        for (Visitors visitor : List.of(first, second, first)) {
            Answer answer = server.get(path, visitor.headers());
            if (visitor.name.endsWith("alice")) {
                assertThat(answer.text()).startsWith("the secret, for " + visitor.name);
            } else {
                assertThat(answer.status()).isEqualTo(403);
                assertThat(answer.text()).isEqualTo("refused " + visitor.name);
            }
        }
    }

    @Test
    void aLoginDuringTheRequestKeepsThePageFromBeingStored() {
        String first = server.get("/visitors/login", "Cookie: theme=dark").text();

        assertThat(first).startsWith("welcome carol");
        assertThat(server.get("/visitors/login", "Cookie: theme=dark").text()).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization:", "Authorization: "})
    @Tag("DJ-PAGE-23")
    void anEmptyAuthorizationIdentifiesNobody(String header) {
        String path = "/visitors/plain?empty=" + header.length();
        String address = "Host: " + server.uri().getAuthority();

        assertThat(RawRequests.get(server.uri(), path, address, header))
                .isEqualTo(RawRequests.get(server.uri(), path, address, header));
    }

    @Test
    void aHeadTellsNobodyAboutAnothersPage() {
        String path = "/visitors/vary-cookie?head";
        server.get(path, Visitors.ALICE_BY_COOKIE.headers());

        assertThat(server.head(path, Visitors.BOB_BY_COOKIE.headers()).header("Age"))
                .isEmpty();
    }

    @Test
    void theTagOfAnothersPageGetsNo304() {
        String path = "/visitors/plain?tag";
        String tag = server.get(path).header("ETag").orElseThrow();

        Answer answer = server.get(path, "If-None-Match: " + tag, "X-User: alice");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).startsWith("for alice");
    }

    private static String get(String path, Visitors visitor) {
        return server.get(path, visitor.headers()).text();
    }

    private static String path(String page, Visitors first, Visitors second) {
        return "/visitors/" + page + "?" + first + "&" + second;
    }
}
