package org.cachette.samples.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chromium keeps whole pages for the way back, as they were shown, which is no HTTP cache: Playwright switches that off. */
class LoginInChromiumTest {

    @RegisterExtension
    static final Chromiums CHROMIUMS = new Chromiums("--disable-back-forward-cache");

    private static RunningForum forum;

    @BeforeAll
    static void start() throws Exception {
        forum = RunningForum.start();
    }

    @AfterAll
    static void stop() {
        forum.close();
    }

    /** Where Chromium had kept the page, Playwright would wait in vain for it to load. */
    @ParameterizedTest
    @ValueSource(strings = {"Topics", "Profile", "Messages"})
    void theWayBackBehindALoginLeadsToNoPageOfWhoWasThereBefore(String link) throws Exception {
        forum.post("/messages/read", "", "Cookie", "member=member6");
        Chromium browser = CHROMIUMS.open(forum.address()).logIn("member5").follow(link);
        assertThat(browser.count()).isPositive();

        browser.logIn("member6");
        do {
            browser.page().goBack();
        } while (browser.page().url().equals(forum.address().toString()));

        assertThat(browser.page().locator("h1").innerText()).isEqualTo(link);
        assertThat(browser.count()).isZero();
    }
}
