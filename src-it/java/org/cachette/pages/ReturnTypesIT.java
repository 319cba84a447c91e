package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods of every return type are cached alike. */
@Tag("ee11")
final class ReturnTypesIT {

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(Map.of(), TypedPages.class, Runs.class, SettableClock.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "string",
                "pojo",
                "response",
                "created",
                "int",
                "boolean",
                "stage",
                "stage-of-response",
                "suspended",
                "streaming",
                "bytes",
                "generic",
                "no-content",
                "empty",
                "suspended-later"
            })
    void theHitIsTheSameAnswerAndTheMethodRunsOnce(String path) {
        int before = server.bean(Runs.class).count();

        Answer first = server.get("/typed/" + path + "?once");
        Answer hit = server.get("/typed/" + path + "?once");

        assertThat(hit.status()).isEqualTo(first.status());
        assertThat(hit.body()).isEqualTo(first.body());
        assertThat(hit.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(hit.header("Content-Length")).isEqualTo(first.header("Content-Length"));
        assertThat(hit.header("ETag")).isPresent().isEqualTo(first.header("ETag"));
        assertThat(hit.header("Age")).contains("0");
        assertThat(server.bean(Runs.class).count()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "string",
                "pojo",
                "response",
                "int",
                "stage",
                "suspended",
                "streaming",
                "bytes",
                "no-content",
                "empty"
            })
    void aHeadHasTheHeadersOfTheGetAndNoBody(String path) {
        Answer get = server.get("/typed/" + path);
        Answer head = server.head("/typed/" + path);

        assertThat(head.status()).isEqualTo(get.status());
        assertThat(head.body()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"string", "pojo", "response", "int", "stage", "suspended", "streaming", "bytes", "no-content"})
    @Tag("R9110-20")
    @Tag("R9110-21")
    @Tag("R9110-22")
    void theClientsOwnTagIsAnsweredWith304(String path) {
        Answer get = server.get("/typed/" + path);
        Answer conditional = server.get(
                "/typed/" + path, "If-None-Match: " + get.header("ETag").orElseThrow());

        assertThat(conditional.status()).isEqualTo(304);
        assertThat(conditional.body()).isEmpty();
        assertThat(conditional.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(conditional.header("Cache-Control")).isEqualTo(get.header("Cache-Control"));
        assertThat(conditional.header("Expires")).isEqualTo(get.header("Expires"));
        assertThat(conditional.header("Content-Type")).isEmpty();
    }

    @Test
    void theFirstAnswerIsA304TooWhenTheClientHasThePage() {
        Answer first = server.get("/typed/known?a");
        String tag = first.header("ETag").orElseThrow();

        Answer conditional = server.get("/typed/known?b", "If-None-Match: " + tag);

        assertThat(conditional.status()).isEqualTo(304);
        assertThat(conditional.body()).isEmpty();
        assertThat(server.get("/typed/known?b").header("Age")).contains("0");
    }

    @Test
    void aBinaryBodyKeepsEveryByte() {
        server.get("/typed/bytes");
        byte[] hit = server.get("/typed/bytes").body();

        assertThat(hit).hasSize(256);
        for (int i = 0; i < 256; i++) {
            assertThat(hit[i]).isEqualTo((byte) i);
        }
    }

    @Test
    @Tag("DJ-HIT-03")
    void aStoredHeadServesHeadsAndNeverAGet() {
        int before = server.bean(Runs.class).count();

        Answer first = server.head("/typed/only-head");
        Answer second = server.head("/typed/only-head");
        assertThat(second.header("ETag")).isPresent().isEqualTo(first.header("ETag"));
        assertThat(second.header("Content-Length")).isEqualTo(first.header("Content-Length"));
        assertThat(server.bean(Runs.class).count()).isEqualTo(before + 1);

        assertThat(server.get("/typed/only-head").text()).startsWith("body");
        assertThat(server.bean(Runs.class).count()).isEqualTo(before + 2);
    }

    @Test
    @Tag("R9111-16")
    void aBodyThatBreaksOffIsNotStored() {
        Answer broken = server.get("/typed/breaking");
        Answer whole = server.get("/typed/breaking");

        assertThat(broken.status()).isEqualTo(500);
        assertThat(whole.text()).isEqualTo("begin end");
        assertThat(server.get("/typed/breaking").header("Age")).contains("0");
    }

    @Test
    void aBodyOverTheLimitStreamsThroughAndIsNotStored() {
        int before = server.bean(Runs.class).count();

        Answer first = server.get("/typed/large");
        Answer second = server.get("/typed/large");

        assertThat(first.body()).hasSize(3 * 1024 * 1024);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Age")).isEmpty();
        assertThat(server.bean(Runs.class).count()).isEqualTo(before + 2);
    }

    public record Pojo(String name, int count) {}
}
