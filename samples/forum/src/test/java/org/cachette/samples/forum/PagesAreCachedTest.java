package org.cachette.samples.forum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PagesAreCachedTest {

    private static RunningForum forum;

    @BeforeAll
    static void start() throws Exception {
        forum = RunningForum.start();
    }

    @AfterAll
    static void stop() {
        forum.close();
    }

    @Test
    void theStatisticsAreCountedOnce() throws Exception {
        HttpResponse<String> first = forum.get("/stats");
        HttpResponse<String> second = forum.get("/stats");
        assertEquals(Footers.ofJson(first), Footers.ofJson(second));
        assertTrue(second.headers().firstValue("Age").isPresent());
        String directives = header(second, "Cache-Control");
        assertTrue(directives.contains("public") && directives.contains("max-age=60"), directives);
    }

    @Test
    void theStatisticsAreNotSentAgainToWhoHasThem() throws Exception {
        HttpResponse<String> first = forum.get("/stats");
        HttpResponse<String> second = forum.get("/stats", "If-None-Match", header(first, "ETag"));
        assertEquals(304, second.statusCode());
        assertEquals("", second.body());
    }

    @Test
    void topicsAreKeptForEachQuery() throws Exception {
        String second = Footers.ofHtml(forum.get("/topics?page=2"));
        assertEquals(second, Footers.ofHtml(forum.get("/topics?page=2")));
        assertNotEquals(second, Footers.ofHtml(forum.get("/topics?page=3")));
    }

    @Test
    void greetingsAreKeptForEachLanguage() throws Exception {
        String german = forum.get("/greeting", "Accept-Language", "de").body();
        String french = forum.get("/greeting", "Accept-Language", "fr").body();
        assertTrue(german.startsWith("Willkommen"), german);
        assertTrue(french.startsWith("Bienvenue"), french);
        assertEquals(german, forum.get("/greeting", "Accept-Language", "de").body());
        assertEquals(french, forum.get("/greeting", "Accept-Language", "fr").body());
    }

    @Test
    void profilesAreOfOneMemberAndPrivate() throws Exception {
        HttpResponse<String> one = forum.get("/profile", "Cookie", "member=member1");
        HttpResponse<String> two = forum.get("/profile", "Cookie", "member=member2");
        HttpResponse<String> none = forum.get("/profile");
        assertTrue(one.body().contains("<strong>member1</strong>"), one.body());
        assertTrue(two.body().contains("<strong>member2</strong>"), two.body());
        assertFalse(none.body().contains("<strong>"), none.body());
        assertEquals("Cookie", header(one, "Vary"));
        assertEquals("private", header(one, "Cache-Control"));
        HttpResponse<String> again = forum.get("/profile", "Cookie", "member=member1");
        assertNotEquals(Footers.ofHtml(one), Footers.ofHtml(again));
        assertFalse(again.headers().firstValue("Age").isPresent());
        assertEquals(none.body(), forum.get("/profile").body());
    }

    @Test
    void messagesAreFreshEachTimeAndKeptByNobody() throws Exception {
        HttpResponse<String> first = forum.get("/messages", "Cookie", "member=member3");
        HttpResponse<String> second = forum.get("/messages", "Cookie", "member=member3");
        assertNotEquals(Footers.ofHtml(first), Footers.ofHtml(second));
        assertTrue(header(second, "Cache-Control").contains("no-store"), header(second, "Cache-Control"));
        assertFalse(second.headers().firstValue("Age").isPresent());
    }

    @Test
    void theFrontPageIsMadeEachTime() throws Exception {
        assertNotEquals(Footers.ofHtml(forum.get("/")), Footers.ofHtml(forum.get("/")));
    }

    @Test
    void refusalsAreNotKept() throws Exception {
        assertNotEquals(Footers.ofHtml(forum.get("/topics?page=0")), Footers.ofHtml(forum.get("/topics?page=0")));
    }

    private static String header(HttpResponse<String> page, String name) {
        return page.headers().firstValue(name).orElse("none");
    }
}
