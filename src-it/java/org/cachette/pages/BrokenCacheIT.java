package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import org.cachette.Cache;
import org.cachette.KeyFunction;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.VaryOnHeaders;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page can always be made anew: a cache that fails, or that is switched off, never fails a request. */
@Tag("ee11")
final class BrokenCacheIT {

    @ParameterizedTest
    @CsvSource({"miss, true", "throw, true", "miss, false", "throw, false"})
    void aBackendWhoseOperationsThrowFailsNoRequest(String onError, boolean encodes) {
        Map<String, String> config = new HashMap<>(Map.of(
                "cachette.caches.default.backend",
                BrokenBackendFactory.class.getName(),
                "cachette.caches.default.on-error",
                onError));
        if (encodes) {
            config.put("cachette.caches.default.options.encodes", "true");
        }
        try (Warnings warnings = new Warnings();
                EmbeddedServer server = EmbeddedServer.start(config, Pages.class, Runs.class, SettableClock.class)) {
            for (String page : new String[] {"plain", "varying", "empty"}) {
                Answer first = server.get("/pages/" + page);
                Answer second = server.get("/pages/" + page);

                assertThat(first.status()).isLessThan(300);
                assertThat(second.status()).isEqualTo(first.status());
                assertThat(second.header("X-Run")).isNotEqualTo(first.header("X-Run"));
                assertThat(second.header("Age")).isEmpty();
            }
            assertThat(warnings.lines()).isNotEmpty();
        }
    }

    @Test
    void aKeyFunctionThatThrowsFailsNoRequest() {
        Map<String, String> config = Map.of("cachette.caches.default.key-function", BrokenKeys.class.getName());
        try (Warnings warnings = new Warnings();
                EmbeddedServer server = EmbeddedServer.start(config, Pages.class, Runs.class, SettableClock.class)) {
            assertThat(server.get("/pages/plain").status()).isEqualTo(200);
            assertThat(server.get("/pages/varying").status()).isEqualTo(200);
            assertThat(warnings.lines()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"miss", "throw"})
    void anOutageIsWarnedAboutOnceNotWithEachRequest(String onError) {
        Map<String, String> config = Map.of(
                "cachette.caches.default.backend",
                BrokenBackendFactory.class.getName(),
                "cachette.caches.default.on-error",
                onError);
        try (Warnings warnings = new Warnings();
                EmbeddedServer server = EmbeddedServer.start(config, Pages.class, Runs.class, SettableClock.class)) {
            for (int i = 0; i < 10; i++) {
                server.get("/pages/plain");
            }
            assertThat(warnings.lines()).hasSizeBetween(1, 2);
        }
    }

    @Test
    void whereCachingIsSwitchedOffNothingIsCached() {
        try (EmbeddedServer server = EmbeddedServer.start(
                Map.of("cachette.enabled", "false"), Pages.class, Runs.class, SettableClock.class)) {
            assertThat(server.get("/pages/plain").text())
                    .isNotEqualTo(server.get("/pages/plain").text());
            assertThat(server.get("/pages/varying").text())
                    .isNotEqualTo(server.get("/pages/varying").text());
            server.bean(Cache.class).set("key", "value");
            assertThat(server.bean(Cache.class).get("key")).isEmpty();
        }
    }

    public static final class BrokenKeys implements KeyFunction {

        @Override
        public String fullKey(String key, String keyPrefix, int version) {
            throw new IllegalStateException("no key today");
        }
    }

    @Path("/pages")
    @Produces("text/plain")
    public static class Pages {

        @Inject
        Runs runs;

        @GET
        @Path("plain")
        @CachePage(60)
        public Response plain() {
            return numbered(Response.ok("plain "));
        }

        @GET
        @Path("varying")
        @CachePage(60)
        @VaryOnHeaders("X-A")
        public Response varying() {
            return numbered(Response.ok("varying "));
        }

        @GET
        @Path("empty")
        @CachePage(60)
        public Response empty() {
            return Response.noContent().header("X-Run", runs.next()).build();
        }

        private Response numbered(Response.ResponseBuilder page) {
            int run = runs.next();
            return page.entity("page " + run).header("X-Run", run).build();
        }
    }
}
