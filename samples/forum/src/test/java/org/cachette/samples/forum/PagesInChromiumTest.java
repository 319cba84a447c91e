package org.cachette.samples.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A browser's own cache does as the pages say. */
class PagesInChromiumTest {

    @RegisterExtension
    static final Chromiums CHROMIUMS = new Chromiums();

    private static final List<String> PAGES = List.of("Forum", "Topics", "Profile", "Messages");

    private static RunningForum forum;

    private Chromium browser;

    @BeforeAll
    static void start() throws Exception {
        forum = RunningForum.start(Map.of(RunningForum.timeoutOf(StatsPage.class, "stats"), "2"));
    }

    @AfterAll
    static void stop() {
        forum.close();
    }

    @BeforeEach
    void open() {
        browser = CHROMIUMS.open(forum.address());
    }

    @Test
    void aVisitorsPageComesFromTheBrowsersOwnCacheWithinItsLife() {
        String topics = browser.follow("Topics").text();
        browser.follow("Forum");

        assertThat(browser.follow("Topics").text()).isEqualTo(topics);
        assertThat(browser.load().isFromOwnCache()).as("%s", browser.load()).isTrue();
    }

    @Test
    void theStyleSheetIsFetchedOnce() {
        browser.follow("Topics");
        Object bytes = browser.page()
                .evaluate("performance.getEntriesByType('resource').find(r => r.name.endsWith('.css')).transferSize");

        assertThat(bytes).isEqualTo(0);
    }

    @Test
    void aReloadAsksWhetherThePageHasChangedAndIsToldThatItHasNot() {
        String topics = browser.follow("Topics").text();
        browser.page().reload();

        assertThat(browser.text()).isEqualTo(topics);
        assertThat(browser.load().isValidated()).as("%s", browser.load()).isTrue();
    }

    @Test
    void backAndForwardShowAVisitorWhatWasThere() {
        String topics = browser.follow("Topics").text();
        String profile = browser.follow("Profile").text();
        browser.page().goBack();
        assertThat(browser.text()).isEqualTo(topics);
        assertThat(browser.load().isFromOwnCache()).as("%s", browser.load()).isTrue();
        browser.page().goForward();
        assertThat(browser.text()).isEqualTo(profile);
    }

    @Test
    void aMemberGetsNoVisitorsPageAndAVisitorNoMembersPage() {
        PAGES.forEach(browser::follow);
        browser.become("member5");
        for (String link : PAGES) {
            assertThat(browser.follow(link).text()).as(link).contains("You have ");
        }
        browser.page().context().clearCookies();
        for (String link : PAGES) {
            assertThat(browser.follow(link).text()).as(link).contains("Members see here");
        }
    }

    @Test
    void aMembersPageIsNeverTheNextMembersNotEvenByGoingBack() throws Exception {
        forum.post("/messages/read", "", "Cookie", "member=member6");
        assertThat(browser.become("member5").follow("Topics").count()).isPositive();
        PAGES.forEach(browser::follow);
        browser.become("member6");
        for (String link : PAGES) {
            assertThat(browser.follow(link).count()).as(link).isZero();
        }
        for (int back = 0; back < 6; back++) {
            browser.page().goBack();
            assertThat(browser.count()).as(browser.page().url()).isZero();
            browser.page().reload();
            assertThat(browser.count()).as(browser.page().url()).isZero();
        }
        for (int forward = 0; forward < 6; forward++) {
            browser.page().goForward();
            assertThat(browser.count()).as(browser.page().url()).isZero();
        }
    }

    @Test
    void whatIsNeverToBeKeptIsMadeEachTimeAlsoByGoingBack() {
        browser.logIn("member7");
        String first = browser.follow("Messages").text();
        String second = browser.follow("Messages").text();
        browser.follow("Topics").page().goBack();

        assertThat(second).isNotEqualTo(first);
        assertThat(browser.text()).isNotIn(first, second);
    }

    @Test
    void aPagePerLanguageComesInThatLanguage() {
        for (int round = 0; round < 2; round++) {
            for (String[] language : new String[][] {{"de", "Willkommen"}, {"fr", "Bienvenue"}}) {
                browser.page().context().setExtraHTTPHeaders(Map.of("Accept-Language", language[0]));
                browser.page().navigate("/");
                assertThat(browser.follow("Greeting").text()).startsWith(language[1]);
            }
        }
    }

    /** Two seconds of the browser's own clock. */
    @Test
    void aPageThatHasChangedIsSeenAfterItsLife() throws Exception {
        String letters = letters();
        forum.post("/messages", "to=member8&text=one more", "Cookie", "member=member9");

        await().atMost(Duration.ofSeconds(20))
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(letters()).isNotEqualTo(letters));
    }

    private String letters() {
        browser.page().navigate("/");
        return browser.follow("Statistics").text().replaceAll("(?s).*\"letters\":(\\d+).*", "$1");
    }
}
