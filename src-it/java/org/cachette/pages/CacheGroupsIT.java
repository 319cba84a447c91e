package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.cachette.client.RawClient;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages that say which group they are in go when that is invalidated. */
@Tag("ee11")
final class CacheGroupsIT {

    private EmbeddedServer server;

    @BeforeEach
    void start() {
        server = EmbeddedServer.start(
                Map.of("cachette.pages.\"/versions/ruled\".timeout", "60"),
                VersionedPages.class,
                Runs.class,
                Edition.class,
                RequestNote.class,
                SettableClock.class);
        edition().say("Cache-Groups", "\"news\", \"sports\"");
        server.get("/versions/annotated");
        edition().say("Cache-Groups", "\"weather\"");
        server.get("/versions/ruled");
        pass();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Tag("R9111-83")
    @Tag("R9875-1")
    @Tag("R9875-7")
    void anUnsafeMethodInvalidatesTheGroupsThatItNames() {
        edition().say("Cache-Group-Invalidation", "\"sports\"");
        server.post("/versions/change", "");
        pass();

        assertThat(server.get("/versions/annotated").text()).isEqualTo("run 3");
        assertThat(server.get("/versions/ruled").text()).isEqualTo("run 2");
        pass();
        edition().headers().clear();
        assertThat(server.get("/versions/annotated").text()).isEqualTo("run 3");
    }

    @Test
    @Tag("R9875-3")
    void otherGroupsAndOtherOriginsStay() {
        edition().say("Cache-Group-Invalidation", "\"Sports\", \"news2\"");
        server.post("/versions/change", "");
        edition().say("Cache-Group-Invalidation", "\"news\"");
        String answer = RawClient.send(
                server.uri(),
                "POST /versions/change HTTP/1.1\r\nHost: elsewhere.example\r\nContent-Length: 0\r\nConnection:"
                        + " close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 204");
        pass();

        assertThat(server.get("/versions/annotated").text()).isEqualTo("run 1");
    }

    @Test
    @Tag("R9875-6")
    void aSafeMethodInvalidatesNothing() {
        edition().say("Cache-Group-Invalidation", "\"sports\"");
        server.get("/versions/lasting");
        pass();

        assertThat(server.get("/versions/annotated").text()).isEqualTo("run 1");
    }

    @Test
    @Tag("R9875-5")
    void theGroupsOfWhatGoesDoNotFollow() {
        edition().say("Cache-Groups", "\"news\"");
        server.get("/versions/lasting");
        pass();
        edition().say("Cache-Group-Invalidation", "\"sports\"");
        server.post("/versions/change", "");
        pass();

        assertThat(server.get("/versions/annotated").text()).isEqualTo("run 4");
        assertThat(server.get("/versions/lasting").text()).isEqualTo("run 3");
    }

    private Edition edition() {
        return server.bean(Edition.class);
    }

    private void pass() {
        server.bean(SettableClock.class).advance(Duration.ofSeconds(1));
    }
}
