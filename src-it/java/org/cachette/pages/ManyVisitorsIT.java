package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.cachette.Caches;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.VaryOnCookie;
import org.cachette.annotation.VaryOnHeaders;
import org.cachette.backend.Together;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many visitors at once: none gets another's page. */
final class ManyVisitorsIT {

    private static final int THREADS = 16;
    private static final int REQUESTS_EACH = 200;

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(
                Map.of("cachette.caches.default.max-entries", "40"), Mixed.class, Runs.class, SettableClock.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void noneGetsAnothersPageThoughEntriesAreCulledAndDeletedMeanwhile() throws Exception {
        AtomicInteger threads = new AtomicInteger();
        List<List<String>> mistakes = Together.run(THREADS, () -> visit(threads.getAndIncrement()));

        assertThat(mistakes).allSatisfy(each -> assertThat(each).isEmpty());
        assertThat(server.bean(Runs.class).count()).isBetween(1, THREADS * REQUESTS_EACH - 1);
    }

    /** What went wrong. */
    private static List<String> visit(int thread) {
        List<String> mistakes = new ArrayList<>();
        for (int i = 0; i < REQUESTS_EACH; i++) {
            int page = (thread + i) % 8;
            String member = "member" + (thread * 7 + i) % 5;
            String language = i % 2 == 0 ? "en" : "de";
            if (i % 50 == 49) {
                server.bean(Caches.class).getDefault().clear();
            }
            Answer answer = server.get("/mixed/" + page, "Cookie: member=" + member, "Accept-Language: " + language);
            String expected = page + " for " + member + " in " + language + ",";
            if (answer.status() != 200 || !answer.text().startsWith(expected)) {
                mistakes.add("expected " + expected + " but got " + answer);
            }
        }
        return mistakes;
    }

    @Path("/mixed/{page}")
    @Produces("text/plain")
    public static class Mixed {

        @Inject
        Runs runs;

        @GET
        @CachePage(60)
        @VaryOnCookie
        @VaryOnHeaders("Accept-Language")
        public String page(
                @PathParam("page") String page,
                @CookieParam("member") String member,
                @HeaderParam("Accept-Language") String language) {
            return page + " for " + member + " in " + language + ", " + runs.next();
        }
    }
}
