package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.cachette.jaxrs.EarlyHitHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainer;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hits that are answered before Jersey on a Grizzly without servlets. */
final class EarlyHitHandlerIT {

    private static final Map<String, String> SETTINGS =
            Map.of("cachette.site.enabled", "true", "cachette.site.early-hits", "true");

    /** Counts the requests that reach Jersey, which says so at the finest level before it does anything else. */
    private static final class ReachedJersey extends Handler {

        private static final Logger JERSEY = Logger.getLogger(GrizzlyHttpContainer.class.getName());

        private final AtomicInteger count = new AtomicInteger();

        void begin() {
            JERSEY.setLevel(Level.FINEST);
            JERSEY.setUseParentHandlers(false);
            JERSEY.addHandler(this);
        }

        int count() {
            return count.get();
        }

        @Override
        public void publish(LogRecord said) {
            if (said.getMessage().contains("started")) {
                count.incrementAndGet();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            JERSEY.removeHandler(this);
            JERSEY.setUseParentHandlers(true);
            JERSEY.setLevel(null);
        }
    }

    private final ReachedJersey reached = new ReachedJersey();

    @BeforeEach
    void countsRequestsThatReachJersey() {
        reached.begin();
    }

    @AfterEach
    void endsCounting() {
        reached.close();
    }

    /** Numbered pages. */
    @Path("/page")
    @ApplicationScoped
    @Produces(MediaType.TEXT_PLAIN)
    public static class Page {

        private final AtomicInteger calls = new AtomicInteger();

        @GET
        public String page() {
            return "page " + calls.incrementAndGet();
        }

        @POST
        public void change() {
            calls.incrementAndGet();
        }
    }

    /** Lets in who has a key. */
    public static class KeyFilter implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if (request.getHeaderString("X-Key") == null) {
                throw new ForbiddenException();
            }
        }
    }

    /** Counts the requests that carry something into JAX-RS by which they would be known next time. */
    public static class TicketFilter implements ContainerRequestFilter {

        private static final AtomicInteger TICKETS = new AtomicInteger();

        @Override
        public void filter(ContainerRequestContext request) {
            if (request.getProperty("org.cachette.early-page") != null) {
                TICKETS.incrementAndGet();
            }
        }
    }

    private static EmbeddedServer site(Map<String, String> settings, Class<?>... classes) {
        return EmbeddedServer.startOn(settings, EarlyHitHandler::install, classes);
    }

    @Test
    void aRequestThatWasAHitBeforeIsAnsweredBeforeJerseyInTheSameWay() {
        try (EmbeddedServer site = site(SETTINGS, Page.class)) {
            site.get("/page?same");
            Answer late = site.get("/page?same");
            int before = reached.count();

            Answer early = site.get("/page?same");

            assertThat(early.text()).isEqualTo(late.text());
            assertThat(lasting(early)).isEqualTo(lasting(late));
            assertThat(early.header("Age")).isPresent();
            assertThat(reached.count()).isEqualTo(before);
        }
    }

    @Test
    void aConditionAndARangeAreAnsweredAsByJersey() {
        try (EmbeddedServer site = site(SETTINGS, Page.class)) {
            String tag = known(site, "/page").header("ETag").orElseThrow();
            int before = reached.count();

            Answer notModified = site.get("/page", "If-None-Match: " + tag);
            Answer part = site.get("/page", "Range: bytes=0-3");

            assertThat(notModified.status()).isEqualTo(304);
            assertThat(notModified.header("ETag")).contains(tag);
            assertThat(notModified.body()).isEmpty();
            assertThat(part.status()).isEqualTo(206);
            assertThat(part.text()).isEqualTo("page");
            assertThat(reached.count()).isEqualTo(before);
        }
    }

    @Test
    void whoeverMayBeKnownAndWhateverIsNotSimplySentIsForJersey() {
        try (EmbeddedServer site = site(SETTINGS, Page.class)) {
            assertAnsweredEarly(site, "/page");
            int before = reached.count();

            site.get("/page", "Authorization: Bearer x");
            site.get("/page", "Content-Type: text/plain");
            site.get("/page", "Range: bytes=9999-");
            site.get("/page", "Accept: text/*");
            site.head("/page");

            assertThat(reached.count()).isEqualTo(before + 5);
        }
    }

    @Test
    void aChangedPageIsMadeAnew() {
        try (EmbeddedServer site = site(SETTINGS, Page.class)) {
            assertAnsweredEarly(site, "/page");

            site.post("/page", "");

            assertThat(site.get("/page").text()).isEqualTo("page 3");
        }
    }

    @Test
    void whatARequestFilterDecidesIsNotPassedBy() {
        try (EmbeddedServer site = site(SETTINGS, Page.class, KeyFilter.class)) {
            known(site, "/page", "X-Key: 1");

            assertThat(site.get("/page").status()).isEqualTo(403);
        }
    }

    @Test
    void whatAnApplicationThatIsLoadedAnewDecidesIsNotPassedBy() {
        GrizzlyHttpContainer[] jersey = new GrizzlyHttpContainer[1];
        try (EmbeddedServer site = EmbeddedServer.startOn(
                SETTINGS,
                http -> {
                    jersey[0] = (GrizzlyHttpContainer) http.getServerConfiguration()
                            .getHttpHandlersWithMapping()
                            .keySet()
                            .iterator()
                            .next();
                    EarlyHitHandler.install(http);
                },
                Page.class)) {
            assertAnsweredEarly(site, "/page");

            jersey[0].reload(new ResourceConfig(Page.class, KeyFilter.class));

            assertThat(site.get("/page").status()).isEqualTo(403);
        }
    }

    @Test
    void withoutTheSwitchAllHitsAreAnsweredInsideOfJersey() {
        try (EmbeddedServer site = site(Map.of("cachette.site.enabled", "true"), Page.class)) {
            known(site, "/page");
            int before = reached.count();

            assertThat(site.get("/page").header("Age")).isPresent();
            assertThat(reached.count()).isEqualTo(before + 1);
        }
    }

    @Test
    void withoutTheSwitchNothingIsDoneBeforeJerseyAfterTheFirstHit() {
        TicketFilter.TICKETS.set(0);
        try (EmbeddedServer site = site(Map.of("cachette.site.enabled", "true"), Page.class, TicketFilter.class)) {
            known(site, "/page");
            known(site, "/page");

            assertThat(TicketFilter.TICKETS).hasValue(2);
        }
    }

    @Test
    void aServerWithoutJerseyRefusesTheHandler() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EarlyHitHandler.install(new HttpServer()))
                .withMessageContaining("no JAX-RS application");
    }

    @Test
    void aServerThatIsStartedRefusesTheHandlerAndGoesOn() {
        HttpServer[] server = new HttpServer[1];
        try (EmbeddedServer site = EmbeddedServer.startOn(SETTINGS, http -> server[0] = http, Page.class)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> EarlyHitHandler.install(server[0]))
                    .withMessageContaining("createHttpServer(uri, application, false)");
            assertThat(site.get("/page").text()).isEqualTo("page 1");
        }
    }

    private void assertAnsweredEarly(EmbeddedServer site, String path) {
        known(site, path);
        int before = reached.count();
        assertThat(site.get(path).header("Age")).isPresent();
        assertThat(reached.count()).isEqualTo(before);
    }

    /** The answer to a request that need not reach Jersey any more. */
    private static Answer known(EmbeddedServer site, String path, String... headers) {
        site.get(path, headers);
        site.get(path, headers);
        return site.get(path, headers);
    }

    /** The fields that are the same a second later. */
    private static Map<String, Object> lasting(Answer answer) {
        Map<String, Object> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.putAll(answer.headers());
        fields.keySet().removeAll(List.of("Age", "Date"));
        return fields;
    }
}
