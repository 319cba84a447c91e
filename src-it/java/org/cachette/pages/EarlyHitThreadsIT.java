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
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.cachette.client.Answer;
import org.cachette.client.Client;
import org.cachette.embedded.EmbeddedServer;
import org.cachette.jaxrs.EarlyHitHandler;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.Cookie;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.HttpServerProbe;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Session;
import org.glassfish.grizzly.http.server.SessionManager;
import org.glassfish.grizzly.nio.SelectorRunner;
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

    /** Notes for each request whether the thread that read it answers it. */
    private static final class Answering extends HttpServerProbe.Adapter {

        private final ConcurrentLinkedQueue<Boolean> byReaders = new ConcurrentLinkedQueue<>();

        @Override
        @SuppressWarnings("rawtypes") // so is the method of Grizzly
        public void onBeforeServiceEvent(
                HttpServerFilter filter, Connection connection, Request request, HttpHandler handler) {
            byReaders.add(isReader());
        }
    }

    private static boolean isReader() {
        return List.of(Thread.currentThread().getStackTrace()).stream()
                .anyMatch(frame -> frame.getClassName().equals(SelectorRunner.class.getName()));
    }

    private final Answering answering = new Answering();
    private @Nullable HttpServer server;

    private EmbeddedServer site(Map<String, String> settings) {
        return EmbeddedServer.startOn(settings, this::prepare, Letters.class);
    }

    private void prepare(HttpServer http) {
        server = http;
        EarlyHitHandler.install(http);
        http.getServerConfiguration().getMonitoringConfig().getWebServerConfig().addProbes(answering);
        TCPNIOTransport transport = http.getListeners().iterator().next().getTransport();
        transport.setSelectorRunnersCount(SELECTORS);
        transport.getWorkerThreadPoolConfig().setCorePoolSize(16).setMaxPoolSize(16);
    }

    private List<Boolean> byReaders(EmbeddedServer site, String path, String... fields) {
        answering.byReaders.clear();
        for (int i = 0; i < 4; i++) {
            assertThat(site.get(path, fields).status()).isBetween(200, 304);
        }
        return List.copyOf(answering.byReaders);
    }

    @Test
    void aHitOutOfMemoryIsAnsweredByTheThreadThatReadTheRequest() {
        try (EmbeddedServer site = site(SETTINGS)) {
            assertThat(byReaders(site, "/letters/4000")).containsExactly(false, false, true, true);
        }
    }

    @Test
    void aLongPageIsNotSentByAThreadOnWhichOthersWait() {
        try (EmbeddedServer site = site(SETTINGS)) {
            assertThat(byReaders(site, "/letters/70000")).containsOnly(false);

            String tag = site.get("/letters/70000").header("ETag").orElseThrow();
            assertThat(byReaders(site, "/letters/70000", "If-None-Match: " + tag))
                    .containsOnly(true);
        }
    }

    @Test
    void aStoreThatMayTakeItsTimeIsNotAskedByAThreadOnWhichOthersWait(@TempDir java.nio.file.Path folder) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("cachette.caches.default.backend", "file");
        settings.put("cachette.caches.default.location", folder.toString());
        try (EmbeddedServer site = site(settings)) {
            assertThat(byReaders(site, "/letters/10")).containsOnly(false);
            assertThat(site.get("/letters/10").header("Age")).isPresent();
        }
    }

    /** Keeps sessions who knows where. */
    private static final class OtherSessions implements SessionManager {

        private final AtomicInteger readersAsking = new AtomicInteger();

        @Override
        public @Nullable Session getSession(Request request, String id) {
            if (isReader()) {
                readersAsking.incrementAndGet();
            }
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
            byReaders(site, "/letters/10");
            assertThat(byReaders(site, "/letters/10", "Cookie: JSESSIONID=1")).containsOnly(true);
        }
        OtherSessions sessions = new OtherSessions();
        try (EmbeddedServer site = EmbeddedServer.startOn(
                SETTINGS,
                http -> {
                    prepare(http);
                    http.getServerConfiguration().setSessionManager(sessions);
                },
                Letters.class)) {
            assertThat(byReaders(site, "/letters/10", "Cookie: OTHER=1")).containsOnly(false);
            assertThat(sessions.readersAsking).hasValue(0);
        }
    }

    @Test
    void clientsThatReadNothingKeepNobodyElseWaiting() throws Exception {
        try (EmbeddedServer site = site(SETTINGS)) {
            byReaders(site, "/letters/60000");
            List<Socket> greedy = new ArrayList<>();
            for (int i = 0; i < 2 * SELECTORS; i++) {
                greedy.add(askOverAndOver(site.uri(), "/letters/60000"));
            }

            for (int i = 0; i < 4 * SELECTORS; i++) {
                Answer answer = Client.of(site.uri()).getLater("/letters/10").get(20, TimeUnit.SECONDS);
                assertThat(answer.text()).isEqualTo("a".repeat(10));
            }
            for (Socket each : greedy) {
                each.close();
            }
            // Grizzly waits for the answers to them as long as it is given.
            Objects.requireNonNull(server).shutdown(2, TimeUnit.SECONDS).get();
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
