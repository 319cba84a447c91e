package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.http.Given.NOW;
import static org.cachette.http.Given.get;
import static org.cachette.http.Given.request;
import static org.cachette.http.Given.response;

import java.time.Duration;
import java.util.List;
import org.cachette.http.Storability.Outcome;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StorageRulesTest {

    private static Storability verdict(StorageRules rules, RequestHead request, ResponseHead response) {
        return Storability.ofOwnHeaders(request, response, Visitor.UNKNOWN, rules, NOW.minusSeconds(2), NOW);
    }

    private static Storability full(int status, String... lines) {
        return verdict(StorageRules.RFC_9111, get(), response(status, lines));
    }

    private static Storability careful(int status, String... lines) {
        return verdict(StorageRules.CAREFUL, get(), response(status, lines));
    }

    private static Storability stored(long seconds, String reason) {
        return new Storability(Outcome.STORE, reason, Duration.ofSeconds(seconds));
    }

    private static Storability left(String reason) {
        return new Storability(Outcome.LEAVE, reason, Duration.ZERO);
    }

    @Nested
    final class Freshness {

        @Test
        @Tag("R9111-9")
        @Tag("R9111-52")
        void isStoredForWhatIsLeftOfIt() {
            assertThat(full(200, "Cache-Control: max-age=60")).isEqualTo(stored(58, "it is fresh by MAX_AGE"));
            assertThat(full(200, "Cache-Control: max-age=60", "Age: 50"))
                    .isEqualTo(stored(8, "it is fresh by MAX_AGE"));
        }

        @ParameterizedTest
        @Tag("R9111-9")
        @ValueSource(
                strings = {"Cache-Control: foo", "Cache-Control: max-age=0", "Cache-Control: max-age=x", "Expires: 0"})
        void isNeeded(String line) {
            assertThat(full(200, line)).isEqualTo(left("the response has no freshness of its own"));
        }

        @Test
        @Tag("R9111-41")
        void mayBeGuessedWhenAsked() {
            StorageRules rules = StorageRules.CAREFUL.withHeuristic(Heuristic.TENTH);
            ResponseHead response = response(404, "Last-Modified: Sun, 01 Mar 2026 11:00:00 GMT");

            assertThat(verdict(rules, get(), response)).isEqualTo(stored(358, "it is fresh by HEURISTIC"));
            assertThat(verdict(StorageRules.CAREFUL, get(), response).outcome()).isEqualTo(Outcome.LEAVE);
        }

        @Test
        @Tag("R9111-9")
        void isNotNeededToBeValidated() {
            assertThat(full(200, "ETag: \"a\"")).isEqualTo(stored(0, "it can be validated"));
            assertThat(full(200, "Cache-Control: max-age=1", "ETag: \"a\""))
                    .isEqualTo(stored(0, "it can be validated"));
            assertThat(full(302, "ETag: \"a\""))
                    .isEqualTo(left("a status of 302 is stored only with a freshness of its own"));
            assertThat(careful(200, "ETag: \"a\"").outcome()).isEqualTo(Outcome.LEAVE);
        }

        @Test
        @Tag("R5861-1")
        void isNotNeededToBeUsedStale() {
            assertThat(full(200, "Cache-Control: max-age=0, stale-if-error=9"))
                    .isEqualTo(stored(0, "it may be used stale"));
        }
    }

    @Nested
    final class Directives {

        @ParameterizedTest
        @Tag("R9111-4")
        @Tag("R9111-5")
        @CsvSource({"no-store", "NO-STORE", "private", "no-store=x"})
        void forbidStoring(String directive) {
            assertThat(full(200, "Cache-Control: max-age=60, " + directive).outcome())
                    .isEqualTo(Outcome.LEAVE);
        }

        @Test
        @Tag("R9111-6")
        @Tag("R9111-97")
        void forSomeFieldsForbidTheWholeOnlyToTheCareful() {
            String line = "Cache-Control: max-age=60, private=\"A\", no-cache=\"B\"";

            assertThat(full(200, line).outcome()).isEqualTo(Outcome.STORE);
            assertThat(careful(200, line)).isEqualTo(left("the response says private"));
        }

        @Test
        @Tag("R9111-23")
        void noCacheIsStoredOnlyToBeValidated() {
            assertThat(full(200, "Cache-Control: no-cache, max-age=60", "ETag: \"a\"")
                            .outcome())
                    .isEqualTo(Outcome.STORE);
            assertThat(full(200, "Cache-Control: no-cache, max-age=60")).isEqualTo(left("the response says no-cache"));
            assertThat(careful(200, "Cache-Control: no-cache, max-age=60", "ETag: \"a\""))
                    .isEqualTo(left("the response says no-cache"));
        }

        @Test
        @Tag("R9111-96")
        @Tag("R9111-3")
        void mustUnderstandLiftsNoStoreForWhatIsUnderstood() {
            String line = "Cache-Control: max-age=60, no-store, must-understand";

            assertThat(full(200, line).outcome()).isEqualTo(Outcome.STORE);
            assertThat(full(299, line))
                    .isEqualTo(left("the response says must-understand, and a status of 299 is not understood"));
            assertThat(careful(200, line)).isEqualTo(left("the response says no-store"));
        }

        @Tag("R9213-5")
        @Test
        @Tag("R9213-3")
        void ofATargetedFieldRuleAlone() {
            StorageRules rules = StorageRules.RFC_9111.withTargets(List.of("CDN-Cache-Control"));
            ResponseHead stored = response(200, "Cache-Control: no-store", "CDN-Cache-Control: max-age=60");
            ResponseHead left = response(200, "Cache-Control: max-age=60", "CDN-Cache-Control: no-store");

            assertThat(verdict(rules, get(), stored).outcome()).isEqualTo(Outcome.STORE);
            assertThat(verdict(rules, get(), left)).isEqualTo(left("the response says no-store"));
            assertThat(verdict(StorageRules.RFC_9111, get(), left).outcome())
                    .as("R9213-5: a field that is not on the list")
                    .isEqualTo(Outcome.STORE);
        }

        @Test
        @Tag("R9213-11")
        void ofATargetedFieldCountAgainstTheAge() {
            StorageRules rules = StorageRules.RFC_9111.withTargets(List.of("CDN-Cache-Control"));

            assertThat(verdict(rules, get(), response(200, "CDN-Cache-Control: max-age=3600", "Age: 7200")))
                    .isEqualTo(left("the response has no freshness of its own"));
        }
    }

    @Nested
    final class Statuses {

        @ParameterizedTest
        @Tag("R9111-2")
        @Tag("R9111-3")
        @ValueSource(ints = {100, 103, 206, 304})
        void ofWhatIsNoWholeResponseAreLeft(int status) {
            assertThat(full(status, "Cache-Control: max-age=60").outcome()).isEqualTo(Outcome.LEAVE);
        }

        @ParameterizedTest
        @ValueSource(ints = {400, 401, 406, 407, 408, 411, 413, 415, 417, 422, 425, 426, 428, 429, 431, 511})
        void thatSayWhatOneClientSentAreLeft(int status) {
            Storability left = left("a status of " + status + " is about one request or one client");

            assertThat(full(status, "Cache-Control: max-age=60")).isEqualTo(left);
            assertThat(full(status, "Cache-Control: public, s-maxage=60", "Vary: Origin"))
                    .isEqualTo(left);
        }

        @Test
        void thatSayWhatAcceptFieldsAskedForAreKeptApartByVary() {
            assertThat(full(406, "Cache-Control: max-age=60", "Vary: Origin, accept-LANGUAGE")
                            .outcome())
                    .isEqualTo(Outcome.STORE);
        }

        @ParameterizedTest
        @ValueSource(ints = {404, 405, 410, 414, 451, 501})
        void thatSayWhatIsInTheKeyAreStored(int status) {
            assertThat(full(status, "Cache-Control: max-age=60").outcome()).isEqualTo(Outcome.STORE);
        }

        @ParameterizedTest
        @Tag("R9111-10")
        @ValueSource(ints = {299, 403, 499, 500, 599})
        void thatAreUnknownAreStoredWithExplicitFreshness(int status) {
            assertThat(full(status, "Cache-Control: max-age=60").outcome()).isEqualTo(Outcome.STORE);
            assertThat(full(status, "ETag: \"a\"").outcome()).isEqualTo(Outcome.LEAVE);
            assertThat(careful(status, "Cache-Control: max-age=60").outcome()).isEqualTo(Outcome.LEAVE);
        }
    }

    @Nested
    final class TheRest {

        @Test
        @Tag("R9111-1")
        @Tag("R9110-26")
        void otherMethodsAreLeft() {
            assertThat(verdict(StorageRules.RFC_9111, request("POST"), response(200, "Cache-Control: max-age=60")))
                    .isEqualTo(left("the method is neither GET nor HEAD"));
        }

        @Test
        @Tag("R9111-7")
        @Tag("R9111-8")
        void authorizationNeedsLeave() {
            RequestHead request = get("Authorization: Basic x");

            assertThat(verdict(StorageRules.RFC_9111, request, response(200, "Cache-Control: max-age=60")))
                    .isEqualTo(left("the request has Authorization"));
            for (String leave : List.of("public", "s-maxage=60", "must-revalidate")) {
                ResponseHead response = response(200, "Cache-Control: max-age=60, " + leave);
                assertThat(verdict(StorageRules.RFC_9111, request, response).outcome())
                        .as(leave)
                        .isEqualTo(Outcome.STORE);
            }
        }

        @Test
        @Tag("R9111-102")
        void cookiesAreLeftUnlessAsked() {
            ResponseHead response = response(200, "Cache-Control: max-age=60", "Set-Cookie: a=b");

            assertThat(verdict(StorageRules.RFC_9111, get(), response)).isEqualTo(left("the response sets a cookie"));
            assertThat(verdict(StorageRules.RFC_9111.withSetCookie(true), get(), response)
                            .outcome())
                    .isEqualTo(Outcome.STORE);
        }

        @Test
        @Tag("R9111-32")
        @Tag("R9111-17")
        void whatVariesOnAnythingOrIsAPartIsLeft() {
            assertThat(full(200, "Cache-Control: max-age=60", "Vary: *")).isEqualTo(left("the response varies on *"));
            assertThat(full(200, "Cache-Control: max-age=60", "Content-Range: bytes 0-1/2"))
                    .isEqualTo(left("the response is a part only"));
        }

        @Test
        void validationCanBeSwitchedOnAlone() {
            StorageRules rules = StorageRules.CAREFUL.withValidating(true);

            assertThat(verdict(rules, get(), response(200, "Cache-Control: no-cache", "ETag: \"a\""))
                            .outcome())
                    .isEqualTo(Outcome.STORE);
        }
    }

    @ParameterizedTest
    @Tag("R9110-13")
    @Tag("R9111-64")
    @ValueSource(ints = {412, 416})
    void whatAnswersAConditionOrARangeOfOneRequestIsNotStored(int status) {
        assertThat(full(status, "Cache-Control: max-age=60").outcome()).isEqualTo(Outcome.LEAVE);
        assertThat(careful(status, "Cache-Control: max-age=60").outcome()).isEqualTo(Outcome.LEAVE);
    }
}
