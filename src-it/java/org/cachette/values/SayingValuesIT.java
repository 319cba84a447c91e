package org.cachette.values;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.cachette.CurrentResponse;
import org.cachette.annotation.CacheControl;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.Cached;
import org.cachette.embedded.EmbeddedServer;
import org.cachette.http.CacheDirectives;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that come with what is said about the page: nobody gets another visitor's page because a value was kept. */
@Tag("ee11")
final class SayingValuesIT {

    @ParameterizedTest
    @ValueSource(strings = {"/own/said", "/own/annotated"})
    void aPageWithAPrivateValueIsNeverAnothersHoweverOftenTheValueWasMade(String path) {
        try (EmbeddedServer server = EmbeddedServer.start(Map.of(), Own.class, Profiles.class, Privately.class)) {
            for (int round = 0; round < 3; round++) {
                assertThat(server.get(path, "Cookie: member=alice").text()).isEqualTo("profile of alice");
                assertThat(server.get(path, "Cookie: member=bob").text()).isEqualTo("profile of bob");
            }
            assertThat(server.get(path, "Cookie: member=alice").header("Cache-Control"))
                    .hasValueSatisfying(said -> assertThat(said).contains("private"));
        }
    }

    @Test
    void aValueThatSaysNothingIsKept() {
        try (EmbeddedServer server = EmbeddedServer.start(Map.of(), Own.class, Profiles.class, Privately.class)) {
            Profiles profiles = server.bean(Profiles.class);

            assertThat(profiles.plain("a")).isSameAs(profiles.plain("a")).isEqualTo("plain a 1");
        }
    }

    /** Pages that are one for all, as far as they themselves know. */
    @Path("/own")
    @RequestScoped
    public static class Own {

        @Inject
        Profiles profiles;

        @GET
        @Path("/said")
        @CachePage(60)
        public String said(@CookieParam("member") String member) {
            return profiles.said(member);
        }

        @GET
        @Path("/annotated")
        @CachePage(60)
        public String annotated(@CookieParam("member") String member) {
            return profiles.annotated(member);
        }
    }

    /** What pages are made of. */
    @ApplicationScoped
    public static class Profiles {

        @Inject
        CurrentResponse response;

        @Inject
        Privately privately;

        private int calls;

        @Cached
        public String said(String member) {
            response.cacheControl(CacheDirectives.parse(List.of("private")));
            return "profile of " + member;
        }

        @Cached
        public String annotated(String member) {
            return privately.of(member);
        }

        @Cached
        public String plain(String name) {
            calls++;
            return "plain " + name + " " + calls;
        }
    }

    /** What is one visitor's own. */
    @ApplicationScoped
    public static class Privately {

        @CacheControl(isPrivate = true)
        public String of(String member) {
            return "profile of " + member;
        }
    }
}
