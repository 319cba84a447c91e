package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of a cached site whose parameters or objects are made for each caller, or refused. */
final class SiteGuardsIT {

    @Path("/s-parameter")
    public static class ByParameter {
        @Inject
        Runs runs;

        @GET
        public String page(@HeaderParam("X-Key") GuardedPages.Key key) {
            return "run " + runs.next();
        }
    }

    @RequestScoped
    @Path("/s-creation")
    public static class OnCreation {
        @Inject
        Runs runs;

        @Inject
        GuardedPages.Caller caller;

        @PostConstruct
        void check() {
            if (!"right".equals(caller.key())) {
                throw new ForbiddenException();
            }
        }

        @GET
        public String page() {
            return "run " + runs.next();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/s-parameter", "/s-creation"})
    void aHitBySettingsNeverReachesACallerWhoIsRefusedBeforeTheMethod(String path) {
        try (EmbeddedServer server = EmbeddedServer.start(
                Map.of("cachette.site.enabled", "true"),
                Runs.class,
                GuardedPages.Caller.class,
                GuardedPages.CallerFilter.class,
                ByParameter.class,
                OnCreation.class)) {
            int refused = server.get(path, "X-Key: wrong").status();
            Answer first = server.get(path, "X-Key: right");
            assertThat(first.status()).as(first.text()).isEqualTo(200);
            Answer wrong = server.get(path, "X-Key: wrong");
            assertThat(wrong.status()).as(path + " gave " + wrong.text()).isEqualTo(refused);
        }
    }
}
