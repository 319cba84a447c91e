package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages whose objects are made without an interceptor, and those that keep it since something may refuse the caller. */
@Tag("ee11")
final class UnguardedPagesIT {

    private EmbeddedServer server;

    @BeforeEach
    void start() {
        server = EmbeddedServer.start(
                Map.of(),
                Stream.of(
                                Stream.of(GuardedPages.ALL),
                                Stream.of(UnguardedPages.ALL),
                                Stream.of(Runs.class, SettableClock.class))
                        .flatMap(each -> each)
                        .toArray(Class<?>[]::new));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/open", "/open-class", "/open-request"})
    void anObjectAroundWhichNothingStandsIsMadeWithoutAnInterceptor(String path) {
        Answer first = server.get(path);

        assertThat(first.text()).startsWith("plain object, run ");
        assertThat(server.get(path).text()).isEqualTo(first.text());
        assertThat(server.head(path).header("Age")).isPresent();
        assertThat(server.get(path + "?other").text()).isNotEqualTo(first.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/on-creation",
                "/by-parameter",
                "/by-bean-parameter",
                "/by-interceptor",
                "/by-stereotype",
                "/by-injection"
            })
    void aHitNeverReachesACallerWhoIsRefusedBeforeTheMethod(String path) {
        Answer first = server.get(path, "X-Key: right");

        assertThat(first.text()).startsWith("intercepted object, run ");
        assertThat(server.get(path, "X-Key: right").text()).isEqualTo(first.text());
        assertThat(server.get(path, "X-Key: wrong").status()).isEqualTo(403);
        assertThat(server.head(path, "X-Key: wrong").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/by-own-injection", "/by-header-field"})
    void aHitNeverReachesACallerWhoIsRefusedWhenAnUnscopedObjectIsMade(String path) {
        Answer first = server.get(path, "X-Key: right");

        assertThat(first.text()).startsWith("plain object, run ");
        assertThat(server.get(path, "X-Key: right").text()).isEqualTo(first.text());
        assertThat(server.get(path, "X-Key: wrong").status()).isEqualTo(403);
        assertThat(server.head(path).status()).isEqualTo(403);
    }

    @Test
    @Tag("DJ-VIEW-15")
    void whatAMapperMakesOfAnExceptionIsNotThePage() {
        Answer login = server.get("/open/login");

        assertThat(login.status()).isEqualTo(200);
        assertThat(login.text()).startsWith("log in, ");
        assertThat(server.get("/open/login").text()).isNotEqualTo(login.text());
        assertThat(server.get("/open/login").header("Age")).isEmpty();
    }

    @Test
    @Tag("R9111-50")
    void anErrorOfAnExceptionThatSaysItsLifetimeIsKept() {
        Answer gone = server.get("/open/gone");

        assertThat(gone.status()).isEqualTo(410);
        assertThat(server.get("/open/gone").text()).isEqualTo(gone.text());
    }

    @Test
    @Tag("R5861-6")
    void aStalePageStandsInForAnExceptionThatNobodyMaps() {
        Answer good = server.get("/open/shaky");
        server.bean(SettableClock.class).advance(java.time.Duration.ofSeconds(90));

        Answer instead = server.get("/open/shaky", "X-Fail: yes");

        assertThat(instead.status()).isEqualTo(200);
        assertThat(instead.text()).isEqualTo(good.text());
        assertThat(instead.header("Age")).contains("90");
    }
}
