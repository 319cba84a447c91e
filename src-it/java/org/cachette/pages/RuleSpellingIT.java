package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rule keeps out of a cached site is kept out however its URL is spelled. */
final class RuleSpellingIT {

    @Path("/account")
    public static class Account {
        @GET
        public String page(@HeaderParam("X-Member") String member) {
            return "account of " + member;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account", "/account/", "//account", "/account;x=1", "/account;x.css", "/account;x.css/"})
    void aPageThatARuleExcludesIsNotCachedUnderAnotherSpelling(String path) {
        try (EmbeddedServer server = EmbeddedServer.start(
                Map.of("cachette.site.enabled", "true", "cachette.pages.\"/account\".timeout", "0"), Account.class)) {
            Answer victim = server.get(path, "X-Member: victim");
            assertThat(victim.header("Age")).isEmpty();
            assertThat(server.get(path, "X-Member: attacker").text())
                    .isEqualTo(victim.text().replace("victim", "attacker"));
        }
    }
}
