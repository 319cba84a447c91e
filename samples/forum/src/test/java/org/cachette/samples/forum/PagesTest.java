package org.cachette.samples.forum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

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
    void theFrontPageLinksToAllOthers() throws Exception {
        HttpResponse<String> front = page("/");
        List<String> links = Pattern.compile("href=\"(/[^\"]*)\"")
                .matcher(front.body())
                .results()
                .map(link -> link.group(1))
                .toList();
        for (String other : List.of("/topics", "/profile", "/messages", "/stats", "/greeting", "/style.css")) {
            assertTrue(links.contains(other), other);
        }
        for (String link : links) {
            assertEquals(200, forum.get(link).statusCode(), link);
        }
        Footers.ofHtml(front);
    }

    @Test
    void theFrontPageNamesTheVisitorAndEscapesTheName() throws Exception {
        assertTrue(page("/", "Cookie", "member=<b>").body().contains("<strong>&lt;b&gt;</strong>"));
    }

    @Test
    void theStatisticsCountWhatTheTablesWereFilledWith() throws Exception {
        HttpResponse<String> stats = forum.get("/stats");
        assertEquals(200, stats.statusCode());
        assertEquals("application/json", type(stats));
        assertTrue(stats.body().contains("\"members\":30,"), stats.body());
        assertTrue(stats.body().contains("\"topics\":150}"), stats.body());
        assertTrue(stats.body().contains("\"posts\":1410,"), stats.body());
        assertTrue(stats.body().contains("},\"footer\":\"rendered at "), stats.body());
        Footers.ofJson(stats);
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "active", "answers", "title"})
    void topicsComeInEachOrderAndPageByPage(String sort) throws Exception {
        String first = page("/topics?sort=" + sort).body();
        String third = page("/topics?page=3&sort=" + sort).body();
        assertEquals(50, count(first, "<td class=\"number\">"));
        assertEquals(50, count(third, "<td class=\"number\">"));
        assertTrue(first.contains("href=\"?sort=" + sort + "&amp;page=2\""), first);
        assertFalse(third.contains("rel=\"next\""), third);
        assertFalse(rows(first).stream().anyMatch(rows(third)::contains));
    }

    @Test
    void topicsBehindTheLastPageAreNone() throws Exception {
        assertTrue(page("/topics?page=999999999").body().contains("no topics"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/topics?page=0",
                "/topics?page=-1",
                "/topics?page=two",
                "/topics?page=",
                "/topics?page=99999999999999999999",
                "/topics?sort=NEWEST",
                "/topics?sort=",
                "/messages?page=0"
            })
    void badValuesAreRefused(String path) throws Exception {
        HttpResponse<String> refusal = forum.get(path);
        assertEquals(400, refusal.statusCode());
        Footers.ofHtml(refusal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Welcome",
                "de | Willkommen",
                "fr | Bienvenue",
                "fr-CA, en;q=0.5 | Bienvenue",
                "es, en;q=0.2, de-AT;q=0.8 | Willkommen",
                "de;q=0, fr;q=0.1 | Bienvenue",
                "es | Welcome",
                "* | Welcome"
            })
    void theGreetingIsInTheLanguageThatTheVisitorLikesBest(String languages, String greeting) throws Exception {
        HttpResponse<String> page = forum.get("/greeting", "Accept-Language", languages);
        assertEquals(200, page.statusCode());
        assertEquals("text/plain;charset=UTF-8", type(page));
        assertTrue(page.body().startsWith(greeting), page.body());
        Footers.ofText(page);
    }

    @Test
    void theGreetingIsEnglishForWhoSaysNothing() throws Exception {
        assertTrue(forum.get("/greeting").body().startsWith("Welcome"));
    }

    @Test
    void theProfileIsThatOfTheCookie() throws Exception {
        HttpResponse<String> profile = page("/profile", "Cookie", "member=member7");
        assertTrue(profile.body().contains("<strong>member7</strong>"), profile.body());
        assertTrue(profile.body().contains("<dt>Rank"), profile.body());
        Footers.ofHtml(profile);
    }

    @Test
    void withoutTheCookieProfileAndMessagesSayToLogIn() throws Exception {
        for (String path : List.of("/profile", "/messages")) {
            HttpResponse<String> page = page(path);
            assertTrue(page.body().contains("Log in to see"), page.body());
            assertFalse(page.body().contains("<li>"), page.body());
            Footers.ofHtml(page);
        }
    }

    @Test
    void anUnknownMemberInTheCookieIsRefused() throws Exception {
        for (String path : List.of("/profile", "/messages")) {
            assertEquals(400, forum.get(path, "Cookie", "member=nobody").statusCode());
        }
    }

    private static HttpResponse<String> page(String path, String... headers) throws Exception {
        HttpResponse<String> page = forum.get(path, headers);
        assertEquals(200, page.statusCode());
        assertEquals("text/html;charset=UTF-8", type(page));
        assertTrue(page.body().startsWith("<!DOCTYPE html>"), page.body());
        return page;
    }

    private static String type(HttpResponse<String> page) {
        return page.headers().firstValue("Content-Type").orElse("none");
    }

    private static List<String> rows(String html) {
        return Pattern.compile("<tr><td>.*")
                .matcher(html)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static long count(String html, String part) {
        return Pattern.compile(part, Pattern.LITERAL).matcher(html).results().count();
    }
}
