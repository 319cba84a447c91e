package org.cachette.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.cachette.Pages;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ee11")
final class DroppedPagesIT {

    private EmbeddedServer server;

    @BeforeEach
    void start() {
        server = EmbeddedServer.start(Map.of(), Topics.class, TopicPages.class);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aChangeDropsAllVariantsOfItsPageOnly() {
        visit();
        server.post("/change/1", "");

        assertThat(topic("1", "de")).isEqualTo("1 1");
        assertThat(topic("1", "en")).isEqualTo("1 1");
        assertThat(topic("2", "de")).isEqualTo("2 0");
    }

    @Test
    void aChangeOfAllDropsPagesByPrefixAndAFragment() {
        visit();
        assertThat(part("1")).isEqualTo("1 0");
        assertThat(part("2")).isEqualTo("2 0");
        server.post("/change-all/1", "");

        assertThat(topic("1", "de")).isEqualTo("1 1");
        assertThat(topic("2", "de")).isEqualTo("2 1");
        assertThat(part("1")).isEqualTo("1 1");
        assertThat(part("2")).isEqualTo("2 0");
    }

    @Test
    void thePagesBeanDropsByAPathOfTheSameSite() {
        visit();
        change();

        assertThat(delete("/pages?uri=/topics/1")).isEqualTo("true true");
        assertThat(topic("1", "de")).isEqualTo("1 1");
        assertThat(topic("2", "de")).isEqualTo("2 0");
        assertThat(delete("/pages?uri=/topics/3")).isEqualTo("false false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pages?prefix=/topics/", "/pages"})
    void orByPrefixOrAll(String path) {
        visit();
        change();
        delete(path);

        assertThat(topic("1", "de")).isEqualTo("1 1");
        assertThat(topic("2", "de")).isEqualTo("2 1");
    }

    @Test
    void outsideOfARequestAUriIsWhole() {
        visit();
        change();
        Pages pages = server.bean(Pages.class);

        assertThatThrownBy(() -> pages.invalidate(URI.create("/topics/1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> server.bean(Topics.class).changeOne("1")).isInstanceOf(IllegalArgumentException.class);
        assertThat(server.bean(Topics.class).version()).isEqualTo(1);
        assertThat(pages.invalidate(server.uri().resolve("/topics/1"))).isTrue();
        assertThat(topic("1", "de")).isEqualTo("1 1");
    }

    private void visit() {
        assertThat(topic("1", "de")).isEqualTo("1 0");
        assertThat(topic("1", "en")).isEqualTo("1 0");
        assertThat(topic("2", "de")).isEqualTo("2 0");
    }

    /** Behind the back of all caches. */
    private void change() {
        server.post("/change/unknown", "");
        assertThat(topic("1", "de")).isEqualTo("1 0");
    }

    private String topic(String id, String language) {
        return server.get("/topics/" + id, "Accept-Language: " + language).text();
    }

    private String part(String id) {
        return server.get("/part/" + id).text();
    }

    private String delete(String path) {
        Answer answer = server.client().send("DELETE", path, "");
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }
}
