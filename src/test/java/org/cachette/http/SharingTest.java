package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.http.Given.get;

import java.util.List;
import org.cachette.http.Visitor.Session;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SharingTest {

    private static final RequestHead PLAIN = get();
    private static final RequestHead WITH_COOKIE = get("Cookie: id=1");
    private static final RequestHead WITH_AUTHORIZATION = get("Authorization: Bearer alice");

    private static Visitor user(Session session) {
        return new Visitor("alice", false, session);
    }

    private static Visitor session(Session session) {
        return new Visitor(null, false, session);
    }

    private static Sharing sharing(RequestHead request, Visitor visitor, String cacheControl, String vary) {
        return Sharing.of(request, visitor, CacheDirectives.parse(cacheControl), VaryFields.parse(List.of(vary)));
    }

    private static void assertShared(RequestHead request, Visitor visitor, String cacheControl, String vary) {
        assertThat(sharing(request, visitor, cacheControl, vary).allowed()).isTrue();
    }

    private static void assertKeptApart(RequestHead request, Visitor visitor, String cacheControl, String vary) {
        assertThat(sharing(request, visitor, cacheControl, vary).allowed()).isFalse();
    }

    @Test
    void everyAnswerHasItsReason() {
        assertThat(sharing(PLAIN, Visitor.UNKNOWN, "", "")).isEqualTo(new Sharing(true, "nobody is identified"));
        assertThat(sharing(WITH_AUTHORIZATION, Visitor.UNKNOWN, "", "").reason())
                .isEqualTo("the request has Authorization");
    }

    @Nested
    final class AnIdentifiedVisitor {

        @Test
        @Tag("R9111-103")
        void isNotOneWithJustACookie() {
            assertShared(WITH_COOKIE, Visitor.UNKNOWN, "", "");
        }

        @Test
        @Tag("R9111-7")
        @Tag("RESTEASY-2")
        void isOneWithAuthorization() {
            assertKeptApart(WITH_AUTHORIZATION, Visitor.UNKNOWN, "max-age=60", "");
        }

        @ParameterizedTest
        @Tag("DJ-PAGE-23")
        @ValueSource(strings = {"Authorization:", "Authorization:   "})
        void isNotOneWithABlankAuthorization(String line) {
            assertShared(get(line), Visitor.UNKNOWN, "", "");
        }

        @Test
        void isOneWhoIsLoggedIn() {
            assertKeptApart(PLAIN, user(Session.NONE), "", "");
        }

        @Test
        void isOneWithAClientCertificate() {
            assertKeptApart(PLAIN, new Visitor(null, true, Session.NONE), "", "");
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
        void isOneWithASession(Session session) {
            assertKeptApart(WITH_COOKIE, session(session), "", "");
        }
    }

    @Nested
    final class PublicAndSMaxage {

        @ParameterizedTest
        @Tag("R9111-7")
        @Tag("R9111-8")
        @Tag("R9111-100")
        @ValueSource(strings = {"public", "PUBLIC", "public=\"abc\"", "s-maxage=60", "s-maxage=0"})
        void letAllShare(String cacheControl) {
            assertShared(WITH_AUTHORIZATION, Visitor.UNKNOWN, cacheControl, "");
            assertShared(PLAIN, new Visitor("alice", true, Session.BEGUN), cacheControl, "");
        }

        @ParameterizedTest
        @Tag("DJ-PAGE-23")
        @ValueSource(
                strings = {
                    "nopublic",
                    "no-public",
                    "x=\"public\"",
                    "s-maxage=abc",
                    "public, private",
                    "s-maxage=5, private=\"A\""
                })
        void onlyWhereReallySaid(String cacheControl) {
            assertKeptApart(WITH_AUTHORIZATION, Visitor.UNKNOWN, cacheControl, "");
        }
    }

    @Nested
    final class MustRevalidate {

        @Test
        @Tag("R9111-7")
        void allowsAuthorizationAlone() {
            assertShared(WITH_AUTHORIZATION, Visitor.UNKNOWN, "must-revalidate", "");
        }

        @Test
        void allowsNothingBesideAuthorization() {
            assertKeptApart(WITH_AUTHORIZATION, user(Session.NONE), "must-revalidate", "");
            assertKeptApart(WITH_AUTHORIZATION, session(Session.FROM_COOKIE), "must-revalidate", "");
            assertKeptApart(WITH_AUTHORIZATION, new Visitor(null, true, Session.NONE), "must-revalidate", "");
            assertKeptApart(PLAIN, user(Session.NONE), "must-revalidate", "");
        }

        @Test
        void ofAProxyAllowsNothing() {
            assertKeptApart(WITH_AUTHORIZATION, Visitor.UNKNOWN, "proxy-revalidate", "");
        }
    }

    @Nested
    final class VaryOnCookie {

        @Test
        void keepsSessionsOfThisRequestsCookieApart() {
            assertShared(WITH_COOKIE, session(Session.FROM_COOKIE), "", "Accept, COOKIE");
        }

        @Test
        void keepsUsersApartWhoAreKnownByACookie() {
            assertShared(WITH_COOKIE, user(Session.FROM_COOKIE), "", "Cookie");
            assertShared(WITH_COOKIE, user(Session.NONE), "", "Cookie");
        }

        @Test
        void needsACookieInTheRequest() {
            assertKeptApart(PLAIN, user(Session.NONE), "", "Cookie");
            assertKeptApart(get("Cookie: "), session(Session.FROM_COOKIE), "", "Cookie");
        }

        @Test
        void doesNotHelpASessionThatBeganInThisExchange() {
            assertThat(sharing(WITH_COOKIE, session(Session.BEGUN), "", "Cookie"))
                    .isEqualTo(new Sharing(false, "a session began in this exchange"));
        }

        @Test
        void doesNotHelpASessionFromElsewhere() {
            assertKeptApart(WITH_COOKIE, session(Session.FROM_ELSEWHERE), "", "Cookie");
        }

        @Test
        void doesNotHelpWithAuthorizationOrACertificate() {
            assertKeptApart(get("Cookie: a=1", "Authorization: x"), Visitor.UNKNOWN, "", "Cookie");
            assertKeptApart(WITH_COOKIE, new Visitor("alice", true, Session.FROM_COOKIE), "", "Cookie");
        }

        @Test
        @Tag("DJ-VARY-07")
        void isNotSaidByAStar() {
            assertKeptApart(WITH_COOKIE, session(Session.FROM_COOKIE), "", "*");
        }
    }

    @Test
    @Tag("R9110-37")
    void varyOnAuthorizationAloneLiftsNothing() {
        assertKeptApart(WITH_AUTHORIZATION, Visitor.UNKNOWN, "", "Authorization");
    }
}
