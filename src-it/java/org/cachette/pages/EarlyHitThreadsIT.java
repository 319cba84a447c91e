package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.cachette.client.Answer;
import org.cachette.client.Client;
import org.cachette.client.RawClient;
import org.cachette.embedded.EmbeddedServer;
import org.cachette.jaxrs.EarlyHitHandler;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.Cookie;
import org.glassfish.grizzly.http.server.GrizzlyPrincipal;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.HttpServerProbe;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Session;
import org.glassfish.grizzly.http.server.SessionManager;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On which threads Grizzly answers hits before Jersey: those that read requests, where nobody has to wait for anything. */
final class EarlyHitThreadsIT {

    private static final Map<String, String> SETTINGS =
            Map.of("cachette.site.enabled", "true", "cachette.site.early-hits", "true");

    private static final int SELECTORS = 2;

    /** Pages of any length. */
    @Path("/letters")
    @ApplicationScoped
    @Produces(MediaType.TEXT_PLAIN)
    public static class Letters {
        @GET
        @Path("{count}")
        public String letters(@PathParam("count") int count) {
            return "a".repeat(count);
        }
    }

    private @Nullable HttpServer server;
    private @Nullable Workers workers;

    private EmbeddedServer site(Map<String, String> settings) {
        return site(settings, http -> {});
    }

    private EmbeddedServer site(Map<String, String> settings, Consumer<HttpServer> more) {
        return EmbeddedServer.startOn(
                settings,
                http -> {
                    prepare(http);
                    more.accept(http);
                },
                Letters.class);
    }

    private void prepare(HttpServer http) {
        server = http;
        EarlyHitHandler.install(http);
        TCPNIOTransport transport = http.getListeners().iterator().next().getTransport();
        transport.setSelectorRunnersCount(SELECTORS);
        workers = new Workers(
                transport.getWorkerThreadPoolConfig().setCorePoolSize(16).setMaxPoolSize(16));
        transport.setWorkerThreadPool(workers);
    }

    /** Whether the last of some requests was answered by the thread that read it. */
    private boolean isAnsweredByReader(EmbeddedServer site, String path, String... fields) {
        for (int i = 0; i < 3; i++) {
            assertThat(site.get(path, fields).status()).isEqualTo(200);
        }
        return isByReader(() -> site.get(path, fields).status() < 400);
    }

    private boolean isByReader(BooleanSupplier request) {
        AtomicInteger tasks = Objects.requireNonNull(workers).tasks();
        int before = tasks.get();
        assertThat(request.getAsBoolean()).isTrue();
        return tasks.get() == before;
    }

    @Test
    void aHitOutOfMemoryIsAnsweredByTheThreadThatReadTheRequest() {
        try (EmbeddedServer site = site(SETTINGS)) {
            assertThat(isByReader(() -> site.get("/letters/4000").status() == 200))
                    .isFalse();
            assertThat(isAnsweredByReader(site, "/letters/4000")).isTrue();
            assertThat(isAnsweredByReader(site, "/letters/4000", "Authorization: Basic YTpi"))
                    .isFalse();
        }
    }

    @Test
    void aLongPageAndItsRangesAreNotSentByAThreadOnWhichOthersWait() {
        try (EmbeddedServer site = site(SETTINGS)) {
            assertThat(isAnsweredByReader(site, "/letters/70000")).isFalse();
            assertThat(isByReader(
                            () -> site.get("/letters/70000", "Range: bytes=0-1").status() == 206))
                    .isFalse();

            String tag = site.get("/letters/70000").header("ETag").orElseThrow();
            assertThat(isByReader(() ->
                            site.get("/letters/70000", "If-None-Match: " + tag).status() == 304))
                    .isTrue();
        }
    }

    @Test
    void aStoreThatMayTakeItsTimeIsNotAskedByAThreadOnWhichOthersWait(@TempDir java.nio.file.Path folder) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("cachette.caches.default.backend", "file");
        settings.put("cachette.caches.default.location", folder.toString());
        try (EmbeddedServer site = site(settings)) {
            assertThat(isAnsweredByReader(site, "/letters/10")).isFalse();
            assertThat(site.get("/letters/10").header("Age")).isPresent();
        }
    }

    @Test
    void whoeverIsNamedByAProbeGetsNoPageOfNobody() {
        HttpServerProbe naming = new HttpServerProbe.Adapter() {
            @Override
            @SuppressWarnings("rawtypes") // so is the method of Grizzly
            public void onBeforeServiceEvent(
                    HttpServerFilter filter, Connection connection, Request request, HttpHandler handler) {
                if (request.getHeader("X-User") != null) {
                    request.setUserPrincipal(new GrizzlyPrincipal("ada"));
                }
            }
        };
        try (EmbeddedServer site = site(SETTINGS, http -> http.getServerConfiguration()
                .getMonitoringConfig()
                .getWebServerConfig()
                .addProbes(naming))) {
            assertThat(isAnsweredByReader(site, "/letters/10")).isFalse();
            assertThat(site.get("/letters/10").header("Age")).isPresent();
            assertThat(site.get("/letters/10", "X-User: ada").header("Age")).isEmpty();
        }
    }

    @Test
    void aRequestWithoutAHostOrWithABadOneIsForAWorker() {
        try (EmbeddedServer site = site(SETTINGS)) {
            assertThat(isAnsweredByReader(site, "/letters/10")).isTrue();
            int before = Objects.requireNonNull(workers).tasks().get();

            String without = RawClient.send(site.uri(), "GET /letters/10 HTTP/1.0\r\n\r\n");
            String bad =
                    RawClient.send(site.uri(), "GET /letters/10 HTTP/1.1\r\nHost: a:b\r\nConnection: close\r\n\r\n");

            assertThat(without).startsWith("HTTP/1.1 200").endsWith("a".repeat(10));
            assertThat(bad).startsWith("HTTP/1.1 200").endsWith("a".repeat(10));
            assertThat(workers.tasks()).hasValue(before + 2);
        }
    }

    /** Keeps sessions who knows where. */
    private static final class OtherSessions implements SessionManager {

        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public @Nullable Session getSession(Request request, String id) {
            asked.incrementAndGet();
            return null;
        }

        @Override
        public Session createSession(Request request) {
            return new Session("other");
        }

        @Override
        public String changeSessionId(Request request, Session session) {
            return "other";
        }

        @Override
        public void configureSessionCookie(Request request, Cookie cookie) {}

        @Override
        public void setSessionCookieName(String name) {}

        @Override
        public String getSessionCookieName() {
            return "OTHER";
        }
    }

    @Test
    void aSessionIsLookedForByAThreadOnWhichOthersWaitOnlyWhereGrizzlyItselfKeepsIt() {
        try (EmbeddedServer site = site(SETTINGS)) {
            assertThat(isAnsweredByReader(site, "/letters/10", "Cookie: JSESSIONID=1"))
                    .isTrue();
        }
        OtherSessions sessions = new OtherSessions();
        try (EmbeddedServer site =
                site(SETTINGS, http -> http.getServerConfiguration().setSessionManager(sessions))) {
            assertThat(isAnsweredByReader(site, "/letters/10", "Cookie: OTHER=1"))
                    .isFalse();
            assertThat(sessions.asked).hasPositiveValue();
        }
    }

    @Test
    void clientsThatReadNothingKeepNobodyElseWaiting() throws Exception {
        try (EmbeddedServer site = site(SETTINGS)) {
            assertThat(isAnsweredByReader(site, "/letters/60000")).isTrue();
            List<Socket> greedy = new ArrayList<>();
            for (int i = 0; i < 2 * SELECTORS; i++) {
                greedy.add(askOverAndOver(site.uri(), "/letters/60000"));
            }

            try {
                for (int i = 0; i < 4 * SELECTORS; i++) {
                    Answer answer =
                            Client.of(site.uri()).getLater("/letters/10").get(20, TimeUnit.SECONDS);
                    assertThat(answer.text()).isEqualTo("a".repeat(10));
                }
            } finally {
                for (Socket each : greedy) {
                    each.close();
                }
                // Grizzly waits for the answers to them as long as it is given.
                Objects.requireNonNull(server).shutdown(2, TimeUnit.SECONDS).get();
            }
        }
    }

    /** With answers that no socket holds. */
    private static Socket askOverAndOver(URI site, String path) throws IOException {
        Socket socket = new Socket(site.getHost(), site.getPort());
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + site.getAuthority() + "\r\n\r\n";
        socket.getOutputStream().write(request.repeat(500).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
