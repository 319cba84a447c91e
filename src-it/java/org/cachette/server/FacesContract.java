package org.cachette.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cachette.client.Answer;
import org.cachette.client.Client;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fragments whose bodies have components with ids, actions and inputs, in views that are posted back. */
abstract class FacesContract {

    private static final Pattern STATE = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]*)\"");
    private static final Pattern COUNT = Pattern.compile("id=\"inbox:count\">(\\w+ has \\d+)<");

    private Client browser;

    /** A visitor of the application with the pages of {@code templates}. */
    abstract Client visitor();

    @BeforeEach
    void begin() {
        browser = visitor();
    }

    @Test
    void componentsHaveTheirIdsOnAHitToo() {
        String first = get(browser.withCookies(), "ada");
        String second = get(browser.withCookies(), "ada");

        assertThat(count(second)).isEqualTo(count(first)).startsWith("ada has");
        assertThat(second).contains("id=\"inbox:read\"").doesNotContain("<!--");
    }

    @Test
    void anAjaxUpdateOfWhatIsAroundAFragmentGetsItFromTheCache() {
        Client bea = browser.withCookies();
        String page = get(bea, "bea");
        Answer update = ajax(bea, "bea", page, "inbox:refresh", "inbox:box");

        assertThat(count(update.text())).isEqualTo(count(page));
        assertThat(update.text()).contains("<update id=\"inbox:box\"><![CDATA[", "id=\"inbox:read\"");
    }

    @Test
    void anAjaxUpdateIsTheSameOnAMissAndOnAHit() {
        Client cal = browser.withCookies();
        String page = get(cal, "cal");
        String missed = update(ajax(cal, "cal", page, "inbox:read", "inbox:box"));
        String hit = update(ajax(cal, "cal", page, "inbox:refresh", "inbox:box"));

        assertThat(count(missed)).isNotEqualTo(count(page));
        assertThat(hit).isEqualTo(missed);
        assertThat(count(get(browser.withCookies(), "cal"))).isEqualTo(count(missed));
    }

    @Test
    void anActionInsideRunsThoughTheFragmentCameFromTheCache() {
        get(browser.withCookies(), "dan");
        Client dan = browser.withCookies();
        String page = get(dan, "dan");
        Answer update = ajax(dan, "dan", page, "inbox:read", "inbox:box");

        assertThat(count(update.text())).startsWith("dan has").isNotEqualTo(count(page));
    }

    @Test
    void anAjaxUpdateOfWhatIsInsideRendersItAnew() {
        Client eve = browser.withCookies();
        String page = get(eve, "eve");
        Answer update = ajax(eve, "eve", page, "inbox:inside", "inbox:count");

        assertThat(count(update.text())).startsWith("eve has").isNotEqualTo(count(page));
        assertThat(count(get(browser.withCookies(), "eve"))).isEqualTo(count(page));
    }

    @Test
    void aPostbackWithoutAjaxGetsTheFragmentFromTheCache() {
        Client fay = browser.withCookies();
        String page = get(fay, "fay");
        Answer answer = fay.post(
                "/inbox.xhtml",
                "inbox=inbox&inbox_SUBMIT=1&inbox:refresh=Refresh&jakarta.faces.ViewState=" + state(page),
                "Cookie: member=fay");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(count(answer.text())).isEqualTo(count(page));
    }

    @Test
    void whereTheBodyHasOtherIdsItIsRenderedWithThose() {
        String first = browser.get("/places.xhtml").text();
        String second = browser.get("/places.xhtml").text();

        assertThat(first).contains("id=\"a:x\"", "id=\"b:x\"").doesNotContain("<!--");
        assertThat(between(second, "id=\"a:x\">", "<")).isEqualTo(between(first, "id=\"a:x\">", "<"));
        assertThat(between(second, "id=\"b:x\">", "<")).isNotEqualTo(between(first, "id=\"b:x\">", "<"));
    }

    @Test
    void whatAVisitorTypedIsShownToNobodyElse() {
        Client gil = browser.withCookies();
        String page = gil.get("/search.xhtml").text();
        Answer wrong = gil.post(
                "/search.xhtml",
                "search=search&search_SUBMIT=1&search:text=too+long+a+text&search:go=Go&jakarta.faces.ViewState="
                        + state(page));

        assertThat(wrong.text()).contains("value=\"too long a text\"", "typed: .");
        assertThat(browser.get("/search.xhtml").text()).contains("value=\"\"").doesNotContain("too long");
        Answer right = gil.post(
                "/search.xhtml",
                "search=search&search_SUBMIT=1&search:text=short&search:go=Go&jakarta.faces.ViewState="
                        + state(wrong.text()));
        assertThat(right.text()).contains("value=\"short\"", "typed: short.");
    }

    private static String get(Client browser, String member) {
        Answer answer = browser.get("/inbox.xhtml", "Cookie: member=" + member);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.text();
    }

    private static Answer ajax(Client browser, String member, String page, String source, String update) {
        Answer answer = browser.post(
                "/inbox.xhtml",
                "inbox=inbox&inbox_SUBMIT=1&jakarta.faces.partial.ajax=true&jakarta.faces.source=" + source + "&"
                        + source + "="
                        + source
                        + "&jakarta.faces.partial.execute=" + source + "&jakarta.faces.behavior.event=action"
                        + "&jakarta.faces.partial.render=" + update + "&jakarta.faces.ViewState=" + state(page),
                "Cookie: member=" + member,
                "Faces-Request: partial/ajax");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    private static String update(Answer answer) {
        return between(answer.text(), "<update id=\"inbox:box\">", "</update>");
    }

    private static String state(String page) {
        Matcher state = STATE.matcher(page);
        assertThat(state.find()).as(page).isTrue();
        return URLEncoder.encode(state.group(1), StandardCharsets.UTF_8);
    }

    private static String count(String page) {
        Matcher count = COUNT.matcher(page);
        assertThat(count.find()).as(page).isTrue();
        return count.group(1);
    }

    private static String between(String text, String start, String end) {
        assertThat(text).contains(start);
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
