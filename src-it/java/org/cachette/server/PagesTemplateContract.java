package org.cachette.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.cachette.client.Answer;
import org.cachette.client.Client;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fragments in templates that servers bring: Jakarta Pages and Facelets, each with the same use of the tag. */
abstract class PagesTemplateContract {

    private Client browser;

    /** A visitor of the application with the pages of {@code templates}. */
    abstract Client visitor();

    @BeforeEach
    void begin() {
        browser = visitor();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/count.jsp", "/count.xhtml"})
    void eachMemberHasAFragmentThatIsRenderedOnce(String page) {
        String alice = shown(page, "Cookie: member=alice-of-" + page.substring(7));
        String bob = shown(page, "Cookie: member=bob-of-" + page.substring(7));

        assertThat(alice).matches("alice-of-\\w+ has \\d+");
        assertThat(bob).matches("bob-of-\\w+ has \\d+");
        assertThat(shown(page, "Cookie: member=alice-of-" + page.substring(7))).isEqualTo(alice);
        assertThat(shown(page, "Cookie: member=bob-of-" + page.substring(7))).isEqualTo(bob);
    }

    @Test
    @Tag("DJ-FRAG-07")
    void theEnginesShareAFragment() {
        String first = shown("/count.jsp", "Cookie: member=eve");

        assertThat(shown("/count.xhtml", "Cookie: member=eve")).isEqualTo(first);
    }

    @Test
    @Tag("DJ-FRAG-09")
    void whoHasNoCookieIsNotTheMemberCalledNull() {
        assertThat(shown("/count.jsp")).isNotEqualTo(shown("/count.jsp", "Cookie: member=null"));
    }

    @ParameterizedTest
    @Tag("DJ-FRAG-03")
    @ValueSource(strings = {"jsp", "xhtml"})
    void timeoutValuesAndCacheCanBeExpressions(String engine) {
        String page = "/expressions." + engine + "?timeout=PT2M&using=default&a=1";
        String first = number(page + "&b=" + engine);

        assertThat(number(page + "&b=" + engine)).isEqualTo(first);
        assertThat(number(page + "&b=other-" + engine)).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsp", "xhtml"})
    void aTimeoutOfZeroKeepsNothing(String engine) {
        String page = "/expressions." + engine + "?timeout=0&a=0&b=0";

        assertThat(number(page)).isNotEqualTo(number(page));
    }

    @ParameterizedTest
    @Tag("DJ-FRAG-14")
    @ValueSource(strings = {"/nested.jsp", "/nested.xhtml"})
    void fragmentsStandInOthersAndAnEmptyOneIsAHit(String page) {
        Answer first = browser.get(page);

        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(first.text()).containsPattern("outer \\d+, ?inner \\d+").doesNotContain("not ");
        assertThat(browser.get(page).text()).isEqualTo(first.text());
    }

    @Test
    void rowsHaveTheFragmentsOfTheirValues() {
        assertThat(browser.get("/nested.xhtml").text()).containsPattern("\\[a(\\d+)]\\[b(\\d+)]\\[a\\1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/link.jsp", "/link.xhtml"})
    void nobodyGetsTheSessionOfAnotherByALink(String page) {
        String ada = browser.withCookies().get(page).text();
        String bob = browser.withCookies().get(page).text();

        assertThat(ada).contains("jsessionid=");
        assertThat(link(bob)).contains("jsessionid=").isNotEqualTo(link(ada));
    }

    @Test
    void anApplicationsOwnSessionMakesNoDifferenceOnceTheBrowserTakesCookies() {
        Client ada = browser.withCookies();
        ada.get("/link.jsp");

        assertThat(link(ada.get("/link.jsp").text())).contains("next.jsp").doesNotContain("jsessionid");
    }

    private String shown(String page, String... headers) {
        Answer answer = browser.get(page, headers);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return between(answer.text(), "<p>", "</p>");
    }

    private String number(String page) {
        Answer answer = browser.get(page);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return between(answer.text(), "(", ")");
    }

    private static String link(String html) {
        return between(html, "<a href=\"", "\"");
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
