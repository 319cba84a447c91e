package org.cachette.samples.forum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {

    private static final String[] MEMBER_5 = {"Cookie", "member=member5"};

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
    void loggingInSetsTheCookieAndLeadsToTheFrontPage() throws Exception {
        HttpResponse<String> answer = forum.post("/login", "member=member5");
        assertEquals(303, answer.statusCode());
        assertEquals(forum.address().toString(), header(answer, "Location"));
        assertEquals("member=member5; Path=/; HttpOnly; SameSite=Lax", header(answer, "Set-Cookie"));
        assertEquals("\"cache\"", header(answer, "Clear-Site-Data"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"member=nobody", "member=", "other=member5", "member=member5; Path=/x"})
    void loggingInAsNobodyIsRefused(String form) throws Exception {
        HttpResponse<String> answer = forum.post("/login", form);
        assertEquals(400, answer.statusCode());
        assertFalse(answer.headers().firstValue("Set-Cookie").isPresent());
    }

    @Test
    void aFormWithoutABodyIsRefused() throws Exception {
        assertEquals(
                400,
                forum.send(forum.request("/login").POST(BodyPublishers.noBody()).build())
                        .statusCode());
    }

    @Test
    void aMessageIsOnTopOfBothMembersLists() throws Exception {
        HttpResponse<String> answer = forum.post("/messages", "to=member6&text=Grüße, 5 & 6", MEMBER_5);
        assertEquals(303, answer.statusCode());
        assertEquals(forum.address() + "messages", header(answer, "Location"));
        String text = "<p class=\"text\">Grüße, 5 &amp; 6</p>";
        assertTrue(firstMessage(MEMBER_5).contains(text));
        assertTrue(firstMessage("Cookie", "member=member6").contains(text));
        assertFalse(forum.get("/messages", "Cookie", "member=member7").body().contains(text));
    }

    @Test
    void aMessageIsTextAndNeverMarkup() throws Exception {
        forum.post("/messages", "to=member5&text=<script>alert(1)</script>", MEMBER_5);
        String message = firstMessage(MEMBER_5);
        assertTrue(message.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), message);
    }

    @Test
    void messagesComeFiftyAPage() throws Exception {
        String first = forum.get("/messages", MEMBER_5).body();
        assertEquals(50, first.split("<li>").length - 1);
        assertTrue(first.contains("href=\"?page=2\""), first);
        assertTrue(forum.get("/messages?page=2", MEMBER_5).body().contains("<ol class=\"messages\" start=\"51\">"));
        assertEquals(200, forum.get("/messages?page=999999999", MEMBER_5).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"to=nobody&text=hello", "to=&text=hello", "text=hello", "to=member6", "to=member6&text= "})
    void aMessageWithoutTextOrRecipientIsRefused(String form) throws Exception {
        assertEquals(400, forum.post("/messages", form, MEMBER_5).statusCode());
    }

    @Test
    void aMessageIsRefusedWhenItIsTooLong() throws Exception {
        assertEquals(303, sendLetters(2000));
        assertEquals(400, sendLetters(2001));
    }

    @Test
    void onlyMembersSendMessages() throws Exception {
        assertEquals(403, forum.post("/messages", "to=member6&text=hello").statusCode());
        assertEquals(
                400,
                forum.post("/messages", "to=member6&text=hello", "Cookie", "member=nobody")
                        .statusCode());
    }

    private static int sendLetters(int length) throws Exception {
        return forum.post("/messages", "to=member9&text=" + "x".repeat(length), "Cookie", "member=member8")
                .statusCode();
    }

    private static String firstMessage(String... cookie) throws Exception {
        return forum.get("/messages", cookie).body().split("<li>")[1];
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }
}
