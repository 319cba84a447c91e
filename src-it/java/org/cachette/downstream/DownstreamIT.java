package org.cachette.downstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cachette.client.Answer;
import org.cachette.client.Client;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A shared cache in front of an application keeps what is everybody's, and gives nobody what is another's. */
@ParameterizedClass
@MethodSource("org.cachette.downstream.DownstreamCache#all")
record DownstreamIT(DownstreamCache cache) {

    @SuppressWarnings("NullAway.Init") // JUnit calls start
    private static EmbeddedServer server;

    @SuppressWarnings("NullAway.Init") // JUnit calls start
    private static Client client;

    @BeforeParameterizedClassInvocation
    static void start(DownstreamCache cache, @TempDir(cleanup = CleanupMode.NEVER) Path folder) throws IOException {
        server = EmbeddedServer.start(Map.of(), MemberPages.class, Arrivals.class);
        client = cache.start(folder, server.uri(), "/messages");
    }

    @AfterParameterizedClassInvocation
    static void stop(DownstreamCache cache) {
        cache.close();
        server.close();
    }

    private int arrivals() {
        return server.bean(Arrivals.class).count();
    }

    @Test
    @Tag("R9111-101")
    void whatIsEverybodysIsAHitThere() {
        Answer first = client.get("/shared");
        int before = arrivals();
        Answer second = client.get("/shared", "Accept: text/plain", "User-Agent: another");

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(arrivals()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/profile", "/account", "/messages"})
    @Tag("R9110-35")
    void aMembersPageReachesNobodyElse(String path) {
        for (int round = 0; round < 2; round++) {
            for (String member : List.of("one", "two", "three")) {
                assertThat(client.get(path, "Cookie: member=" + member).text()).startsWith(member + " ");
            }
            assertThat(client.get(path).text()).startsWith("null ");
        }
    }

    @Test
    void whatIsNeverToBeKeptIsMadeEachTime() {
        String first = client.get("/messages").text();

        assertThat(client.get("/messages").text()).isNotEqualTo(first);
    }

    @Test
    void aPagePerLanguageComesInThatLanguage() {
        for (int round = 0; round < 2; round++) {
            for (String language : List.of("de", "fr", "en")) {
                assertThat(client.get("/greeting", "Accept-Language: " + language)
                                .text())
                        .startsWith(language + " ");
            }
        }
    }

    @Test
    @Tag("R9111-7")
    void anAnswerToCredentialsReachesNobodyElse() {
        assertThat(client.get("/letters", "Authorization: Basic b25l").text()).startsWith("Basic b25l ");
        assertThat(client.get("/letters", "Authorization: Basic dHdv").text()).startsWith("Basic dHdv ");
        assertThat(client.get("/letters").text()).startsWith("null ");
    }

    @Test
    @Tag("R9111-102")
    void aCookieIsSetForOneVisitorOnly() {
        for (String name : List.of("one", "two")) {
            assertThat(client.get("/login", "X-Name: " + name).header("Set-Cookie"))
                    .contains("member=" + name);
        }
    }

    @Test
    @Tag("R9111-40")
    void aPageThatHasChangedIsSeenAfterItsLife() {
        String first = client.get("/stats").text();

        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> !client.get("/stats").text().equals(first));
    }
}
