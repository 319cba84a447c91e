package org.cachette.samples.forum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "You have N new messages", on every page, kept for each member and dropped at the moment that it changes. */
class NewMessagesTest {

    private static RunningForum forum;

    @BeforeAll
    static void start() throws Exception {
        forum = RunningForum.start();
    }

    @AfterAll
    static void stop() {
        forum.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/topics", "/profile", "/messages", "/topics?page=none"})
    void everyHtmlPageSaysHowManyAndHowOldThatIs(String path) throws Exception {
        HttpResponse<String> page = forum.get(path, cookie(11));
        assertTrue(count(page) >= 0);
        assertTrue(page.body().matches("(?s).*<footer>New messages counted \\d+ s ago, rendered at .*"), page.body());
        assertTrue(forum.get(path).body().contains("Members see here how many"));
    }

    @Test
    void theCountIsKeptFromPageToPage() throws Exception {
        Pattern counted = Pattern.compile("data-counted=\"([^\"]+)\"");
        assertEquals(found(counted, forum.get("/", cookie(12))), found(counted, forum.get("/messages", cookie(12))));
        assertNotEquals(found(counted, forum.get("/", cookie(12))), found(counted, forum.get("/", cookie(13))));
    }

    @Test
    void receivingAMessageRaisesTheCountAtOnceAndNobodyElses() throws Exception {
        long before = count(forum.get("/", cookie(14)));
        long others = count(forum.get("/", cookie(15)));
        forum.post("/messages", "to=member14&text=hello", cookie(15));

        assertEquals(before + 1, count(forum.get("/", cookie(14))));
        assertEquals(others, count(forum.get("/", cookie(15))));
    }

    @Test
    void readingOneLowersTheCountAtOnce() throws Exception {
        forum.post("/messages", "to=member16&text=one", cookie(17));
        forum.post("/messages", "to=member16&text=two", cookie(17));
        HttpResponse<String> messages = forum.get("/messages", cookie(16));
        long before = count(messages);
        String form = found(Pattern.compile("action=\"(/messages/\\d+/read)\""), messages);

        HttpResponse<String> answer = post(form, cookie(16));
        assertEquals(303, answer.statusCode());
        assertEquals(
                forum.address() + "messages",
                answer.headers().firstValue("Location").orElse("none"));
        assertEquals(before - 1, count(forum.get("/topics", cookie(16))));
        assertEquals(303, post(form, cookie(16)).statusCode());
        assertEquals(before - 1, count(forum.get("/", cookie(16))));
    }

    @Test
    void readingAllLeavesNone() throws Exception {
        forum.post("/messages", "to=member18&text=one", cookie(19));
        assertTrue(count(forum.get("/", cookie(18))) > 0);
        HttpResponse<String> answer = post("/messages/read", cookie(18));

        assertEquals(303, answer.statusCode());
        assertEquals(
                forum.address() + "messages",
                answer.headers().firstValue("Location").orElse("none"));
        HttpResponse<String> messages = forum.get("/messages", cookie(18));
        assertEquals(0, count(messages));
        assertFalse(messages.body().contains("Mark as read"));
    }

    @Test
    void withoutTheCookieNothingIsMarked() throws Exception {
        assertEquals(403, post("/messages/read").statusCode());
        assertEquals(403, post("/messages/1/read").statusCode());
    }

    @Test
    void theMessageOfAnotherMemberIsNotFoundAndStaysNew() throws Exception {
        forum.post("/messages", "to=member20&text=secret", cookie(21));
        HttpResponse<String> messages = forum.get("/messages", cookie(20));
        String form = found(Pattern.compile("action=\"(/messages/\\d+/read)\""), messages);

        assertEquals(404, post(form, cookie(21)).statusCode());
        assertEquals(404, post(form, cookie(22)).statusCode());
        assertEquals(404, post("/messages/999999999999/read", cookie(20)).statusCode());
        assertEquals(404, post("/messages/x/read", cookie(20)).statusCode());
        assertEquals(count(messages), count(forum.get("/", cookie(20))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/topics?page=2", "/profile"})
    void aPageThatAMemberSeesIsPrivateAndNotKept(String path) throws Exception {
        HttpResponse<String> first = forum.get(path, cookie(23));
        HttpResponse<String> second = forum.get(path, cookie(23));
        assertTrue(header(first, "Cache-Control").contains("private"), header(first, "Cache-Control"));
        assertEquals("Cookie", header(first, "Vary"));
        assertNotEquals(Footers.ofHtml(first), Footers.ofHtml(second));
        assertFalse(second.headers().firstValue("Age").isPresent());
    }

    @Test
    void visitorsKeepTheSharedPageAndMembersNeverGetIt() throws Exception {
        HttpResponse<String> first = forum.get("/topics?page=3&sort=title");
        assertEquals(Footers.ofHtml(first), Footers.ofHtml(forum.get("/topics?page=3&sort=title")));
        assertFalse(header(first, "Cache-Control").contains("private"));
        assertTrue(forum.get("/topics?page=3&sort=title", cookie(24)).body().contains("You have <strong>"));
        assertEquals(Footers.ofHtml(first), Footers.ofHtml(forum.get("/topics?page=3&sort=title")));
        assertFalse(forum.get("/topics?page=3&sort=title").body().contains("You have"));
    }

    private static String[] cookie(int member) {
        return new String[] {"Cookie", "member=member" + member};
    }

    private static HttpResponse<String> post(String path, String... headers) throws Exception {
        return forum.send(
                forum.request(path, headers).POST(BodyPublishers.noBody()).build());
    }

    private static long count(HttpResponse<String> page) {
        return Long.parseLong(found(Pattern.compile("You have <strong>(\\d+)</strong> new messages?\\."), page));
    }

    private static String found(Pattern pattern, HttpResponse<String> page) {
        Matcher matcher = pattern.matcher(page.body());
        assertTrue(matcher.find(), page.body());
        return matcher.group(1);
    }

    private static String header(HttpResponse<String> page, String name) {
        return page.headers().firstValue(name).orElse("none");
    }
}
