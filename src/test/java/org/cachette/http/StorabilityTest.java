package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.http.Given.NOW;
import static org.cachette.http.Given.get;
import static org.cachette.http.Given.request;
import static org.cachette.http.Given.response;

import java.time.Duration;
import java.util.stream.IntStream;
import org.cachette.http.Storability.Outcome;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StorabilityTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(15);

    private static Storability verdict(RequestHead request, ResponseHead response) {
        return Storability.of(request, response, Visitor.UNKNOWN, TIMEOUT, false, NOW);
    }

    private static Storability verdict(int status, String... lines) {
        return verdict(get(), response(status, lines));
    }

    private static void assertLeft(Storability verdict, String reason) {
        assertThat(verdict).isEqualTo(new Storability(Outcome.LEAVE, reason, Duration.ZERO));
    }

    @Nested
    final class TheRequest {

        @Tag("R9111-1")
        @Tag("DJ-PAGE-04")
        @ParameterizedTest
        @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "QUERY", "get"})
        void mustBeGetOrHead(String method) {
            assertLeft(verdict(request(method), response(200)), "the method is neither GET nor HEAD");
        }

        @Test
        @Tag("DJ-PAGE-04")
        void mayBeHead() {
            assertThat(verdict(request("HEAD"), response(200)).outcome()).isEqualTo(Outcome.STORE);
        }

        @Test
        @Tag("R9110-27")
        void mustHaveNoContent() {
            assertLeft(
                    verdict(get("Content-Length: 3"), response(200)),
                    "the request has content, which is not part of the key");
        }

        @Test
        @Tag("R9111-93")
        void mustNotSayNoStore() {
            assertLeft(verdict(get("Cache-Control: NO-STORE"), response(200)), "the request says no-store");
        }

        @ParameterizedTest
        @Tag("DJ-PAGE-29")
        @Tag("R9111-94")
        @Tag("R9111-104")
        @ValueSource(strings = {"Cache-Control: no-cache", "Cache-Control: max-age=0", "Pragma: no-cache"})
        void maySayWhatOnlyAdvises(String line) {
            assertThat(verdict(get(line), response(200)).outcome()).isEqualTo(Outcome.STORE);
        }
    }

    @Nested
    final class TheStatus {

        @ParameterizedTest
        @Tag("R9110-60")
        @Tag("RESTEASY-18")
        @ValueSource(ints = {200, 203, 204, 300, 301, 308})
        void mayBeOneThatIsKeptForTheTimeout(int status) {
            assertThat(verdict(status)).isEqualTo(new Storability(Outcome.STORE, "nothing speaks against it", TIMEOUT));
        }

        @Test
        @Tag("R9111-3")
        @Tag("DJ-PAGE-19")
        @Tag("DJ-PAGE-20")
        void of304IsDescribedAndNotStored() {
            assertThat(verdict(304))
                    .isEqualTo(new Storability(Outcome.DESCRIBE, "a 304 has nothing to store", TIMEOUT));
        }

        @ParameterizedTest
        @Tag("R9111-2")
        @Tag("R9111-3")
        @Tag("DJ-PAGE-06")
        @MethodSource("others")
        void isLeftOtherwiseEvenWithAFreshnessOfItsOwn(int status) {
            assertLeft(
                    verdict(status, "Cache-Control: public, max-age=60"), "a status of " + status + " is not stored");
        }

        static IntStream others() {
            return IntStream.of(
                    100, 101, 103, 201, 202, 205, 206, 207, 299, 303, 305, 400, 401, 403, 406, 407, 408, 409, 412, 416,
                    418, 429, 451, 499, 500, 502, 503, 504, 511, 599);
        }

        @Test
        @Tag("R9111-17")
        void ofAPartUnderAnotherNameIsLeft() {
            assertLeft(verdict(200, "Content-Range: bytes 0-1/9"), "the response is a part only");
        }
    }

    @Nested
    final class TheDirectives {

        @ParameterizedTest
        @Tag("R9111-4")
        @Tag("R9111-96")
        @Tag("DJ-PAGE-10")
        @Tag("DJ-PAGE-11")
        @ValueSource(strings = {"no-store", "NO-store, max-age=60", "public, no-store", "no-store, must-understand"})
        void noStoreIsLeft(String value) {
            assertLeft(verdict(200, "Cache-Control: " + value), "the response says no-store");
        }

        @ParameterizedTest
        @Tag("R9111-5")
        @Tag("R9111-6")
        @Tag("DJ-PAGE-10")
        @Tag("DJ-PAGE-13")
        @ValueSource(
                strings = {"private", "PRIVATE", "private=\"Set-Cookie\"", "private = \"Set-Cookie\"", "public, private"
                })
        void privateIsLeftAlsoForSomeFields(String value) {
            assertLeft(verdict(200, "Cache-Control: " + value), "the response says private");
        }

        @ParameterizedTest
        @Tag("R9111-23")
        @Tag("R9111-97")
        @Tag("DJ-PAGE-10")
        @Tag("DJ-PAGE-13")
        @ValueSource(strings = {"no-cache", "max-age=60, No-Cache", "no-cache=\"A\""})
        void noCacheIsLeftAlsoForSomeFields(String value) {
            assertLeft(verdict(200, "Cache-Control: " + value), "the response says no-cache");
        }

        @Test
        @Tag("R9111-4")
        void areFoundOnEveryLine() {
            assertLeft(
                    verdict(200, "Cache-Control: max-age=60", "cache-control: no-store"), "the response says no-store");
        }

        @ParameterizedTest
        @Tag("DJ-PAGE-12")
        @Tag("R9111-91")
        @Tag("R9111-104")
        @ValueSource(strings = {"Cache-Control: myprivate", "Cache-Control: x=\"no-store\"", "Pragma: no-cache"})
        void thatOnlyLookLikeItMeanNothing(String line) {
            assertThat(verdict(200, line).outcome()).isEqualTo(Outcome.STORE);
        }
    }

    @Nested
    final class Vary {

        @ParameterizedTest
        @Tag("DJ-PAGE-15")
        @Tag("R9111-32")
        @Tag("RESTEASY-5")
        @ValueSource(strings = {"*", "Cookie, * , Pony", "\t* "})
        void onAnythingIsLeft(String value) {
            assertLeft(verdict(200, "Vary: " + value), "the response varies on *");
        }

        @Test
        void onNamedFieldsIsStored() {
            assertThat(verdict(200, "Vary: Cookie, Accept").outcome()).isEqualTo(Outcome.STORE);
        }
    }

    @Nested
    final class ACookieThatIsSet {

        private static Storability storing(String... lines) {
            return Storability.of(get(), response(200, lines), Visitor.UNKNOWN, TIMEOUT, true, NOW);
        }

        @Test
        @Tag("R9111-102")
        @Tag("DJ-PAGE-09")
        @Tag("RESTEASY-3")
        void isLeftUnlessAskedFor() {
            assertLeft(verdict(200, "Set-Cookie: a=1"), "the response sets a cookie");
        }

        @Test
        @Tag("R9111-102")
        @Tag("DJ-PAGE-09")
        void isStoredWhenAskedFor() {
            assertThat(storing("Set-Cookie: a=1").outcome()).isEqualTo(Outcome.STORE);
        }

        @Test
        @Tag("DJ-PAGE-07")
        @Tag("DJ-PAGE-08")
        void isNeverStoredWhereItVariesOnCookie() {
            assertLeft(
                    storing("Set-Cookie: a=1", "Vary: Accept, cookie"),
                    "the response sets a cookie and varies on Cookie");
        }
    }

    @Test
    @Tag("R9111-7")
    @Tag("RESTEASY-2")
    void whatMayNotBeSharedIsLeftForTheReasonOfSharing() {
        assertLeft(verdict(get("Authorization: Bearer alice"), response(200)), "the request has Authorization");
    }

    @Test
    @Tag("DJ-PAGE-06")
    void a304AndAZeroTimeoutAreLeftWhereTheyWouldNotBeStoredAnyway() {
        assertLeft(verdict(304, "Cache-Control: private"), "the response says private");
        assertLeft(
                Storability.of(get(), response(200, "Vary: *"), Visitor.UNKNOWN, Duration.ZERO, false, NOW),
                "the response varies on *");
    }
}
