package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Members of annotations that cannot be fail the deployment: all of them in one message, each with its place. */
@Tag("ee11")
final class WrongMembersIT {

    private static List<String> problems = List.of();

    @BeforeAll
    static void deploy() {
        problems = Refusal.of(
                Map.of("cachette.caches.default.backend", "memory", "cachette.caches.special.location", "2"),
                WrongMembers.all());
    }

    @Test
    void allProblemsAreInOneMessage() {
        assertThat(problems).hasSize(21).first().isEqualTo("Cachette found 20 problems:");
    }

    @Test
    void whatIsRightIsNotComplainedAbout() {
        assertThat(problems).noneMatch(problem -> problem.contains("Good"));
    }

    @Test
    @Tag("DJ-CC-09")
    void publicWithPrivate() {
        assertThat(problems)
                .contains("@CacheControl on " + WrongMembers.PublicAndPrivate.class.getName()
                        + ".page has both isPublic and isPrivate: expected one of them, they exclude each other");
    }

    @Test
    void publicWithPrivateOnAClass() {
        assertThat(problems)
                .contains("@CacheControl on " + WrongMembers.PublicAndPrivateClass.class.getName()
                        + " has both isPublic and isPrivate: expected one of them, they exclude each other");
    }

    @Test
    void anUnknownCache() {
        assertThat(problems)
                .contains("@CachePage on " + WrongMembers.UnknownCache.class.getName()
                        + ".page has cache = \"nowhere\", which is not configured: expected one of [default, special]");
    }

    @Test
    @Tag("DJ-PAGE-22")
    void aNegativeTimeout() {
        assertThat(problems)
                .contains("@CachePage on " + WrongMembers.NegativeTimeout.class.getName()
                        + ".page has value = -5: expected seconds, 0 or more");
    }

    @Test
    void eachNegativeTime() {
        String place = "@CacheControl on " + WrongMembers.NegativeTimes.class.getName() + ".page has ";
        String expected = ": expected seconds, 0 or more, or -1 for none";

        assertThat(problems)
                .contains(
                        place + "maxAge = -2" + expected,
                        place + "sMaxAge = -3" + expected,
                        place + "staleWhileRevalidate = -4" + expected,
                        place + "staleIfError = -5" + expected);
    }

    @Test
    @Tag("DJ-CC-20")
    void aCacheControlThatSaysNothing() {
        assertThat(problems)
                .contains("@CacheControl on " + WrongMembers.NoDirective.class.getName()
                        + ".page has no member: expected at least one directive, such as maxAge = 60");
    }

    @Test
    void anExtensionThatIsNoDirective() {
        assertThat(problems)
                .contains("@CacheControl on " + WrongMembers.BadExtension.class.getName()
                        + ".page: the extension \"a b=c\" is no directive: expected name or name=value");
    }

    @Test
    @Tag("DJ-VARY-10")
    void varyingOnNoHeader() {
        assertThat(problems)
                .contains("@VaryOnHeaders on " + WrongMembers.NoHeader.class.getName()
                        + ".page names no header: expected at least one request header name");
    }

    @Test
    void eachNameThatIsNoHeaderName() {
        String place = "@VaryOnHeaders on " + WrongMembers.BadHeaders.class.getName() + ".page has ";

        for (String name : List.of("", " ", "User Agent", "X:A", "Accept,Cookie")) {
            assertThat(problems).contains(place + "\"" + name + "\": expected a header name");
        }
    }

    @Test
    void eachNameThatIsNoCookieName() {
        String place = "@VaryOnCookie on " + WrongMembers.BadCookies.class.getName() + ".page has ";

        assertThat(problems)
                .contains(place + "\"\": expected a cookie name", place + "\"a=b\": expected a cookie name")
                .noneMatch(problem -> problem.contains("\"member\""));
    }

    @Test
    @Tag("R9213-8")
    void aTargetedFieldOfAWrongType() {
        assertThat(problems)
                .anyMatch(problem -> problem.startsWith(
                                "@CacheControl on " + WrongMembers.BadTargets.class.getName() + ".page: the directive")
                        && problem.contains("expected a whole number of seconds"));
    }

    @Test
    @Tag("R9875-8")
    void aGroupThatCannotBeWritten() {
        assertThat(problems)
                .contains("@CachePage on " + WrongMembers.BadGroups.class.getName()
                        + ".page has groups: \"naïve\" is no name of a group of pages: expected printable ASCII"
                        + " (RFC 9875)");
    }

    @Test
    void oneProblemAloneIsOneSentence() {
        assertThat(Refusal.of(WrongMembers.NegativeTimeout.class))
                .singleElement()
                .asString()
                .startsWith("@CachePage on ");
    }
}
