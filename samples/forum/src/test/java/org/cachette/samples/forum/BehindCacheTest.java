package org.cachette.samples.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.cachette.client.Answer;
import org.cachette.client.Client;
import org.cachette.downstream.DownstreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A shared cache in front of the forum does as the pages say. */
@ParameterizedClass
@MethodSource("org.cachette.downstream.DownstreamCache#all")
record BehindCacheTest(DownstreamCache cache) {

    private static final Pattern COUNT = Pattern.compile("You have <strong>(\\d+)</strong>|Members see here");

    private static RunningForum forum;
    private static Client client;

    @BeforeParameterizedClassInvocation
    static void start(DownstreamCache cache, @TempDir(cleanup = CleanupMode.NEVER) Path folder) throws IOException {
        forum = RunningForum.start(
                Map.of("cachette.site.cache-status", "true", RunningForum.timeoutOf(StatsPage.class, "stats"), "2"));
        client = cache.start(folder, forum.address(), "/messages");
    }

    @AfterParameterizedClassInvocation
    static void stop(DownstreamCache cache) {
        cache.close();
        forum.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/greeting", "/topics?page=2"})
    void whatIsEverybodysIsAHitThere(String path) {
        String page = client.get(path).text();
        Answer again = client.get(path, "User-Agent: another");

        assertThat(again.text()).isEqualTo(page);
        // Of the first answer: to a second request the forum would have told of a hit of its own.
        assertThat(again.header("Cache-Status").orElseThrow()).contains("Cachette;fwd=miss;stored");
    }

    @Test
    void aSecondRequestWouldBeAHitOfTheForumsOwn() {
        Client direct = Client.of(forum.address());
        direct.get("greeting");

        assertThat(direct.get("greeting").header("Cache-Status").orElseThrow()).contains("Cachette;hit");
    }

    @Test
    void aCountIsThatOfItsMemberAndRightAtOnce() {
        for (int member = 1; member <= 3; member++) {
            client.post("/messages/read", "", cookie(member));
        }
        for (int sent = 1; sent <= 3; sent++) {
            for (int member = 1; member <= sent; member++) {
                client.post("/messages", "to=member" + member + "&text=hello", cookie(4));
            }
            for (String path : List.of("/", "/topics", "/profile", "/messages")) {
                for (int member = 1; member <= 3; member++) {
                    assertThat(count(client.get(path, cookie(member)))).isEqualTo("" + Math.max(0, sent - member + 1));
                }
                assertThat(count(client.get(path))).isEqualTo("null");
            }
        }
    }

    @Test
    void whatIsNeverToBeKeptIsMadeEachTime() {
        assertThat(client.get("/messages", cookie(5)).text())
                .isNotEqualTo(client.get("/messages", cookie(5)).text());
    }

    @Test
    void aPagePerLanguageComesInThatLanguage() {
        for (int round = 0; round < 2; round++) {
            assertThat(client.get("/greeting", "Accept-Language: de").text()).startsWith("Willkommen");
            assertThat(client.get("/greeting", "Accept-Language: fr").text()).startsWith("Bienvenue");
        }
    }

    /** Two seconds of that cache's own clock. */
    @Test
    void aPageThatHasChangedIsSeenAfterItsLife() {
        String before = letters();
        assertThat(client.post("/messages", "to=member6&text=more", cookie(7)).status())
                .isEqualTo(303);

        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(letters()).isNotEqualTo(before));
    }

    private static String letters() {
        return found(Pattern.compile("\"letters\":(\\d+)"), client.get("/stats"));
    }

    private static String count(Answer page) {
        return found(COUNT, page);
    }

    private static String found(Pattern pattern, Answer page) {
        return pattern.matcher(page.text())
                .results()
                .map((MatchResult match) -> "" + match.group(1))
                .findFirst()
                .orElseGet(page::toString);
    }

    private static String cookie(int member) {
        return "Cookie: member=member" + member;
    }
}
