package org.cachette.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.cachette.client.Answer;
import org.cachette.server.app.LastingResource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Stale pages on a server, by its own clock. */
final class StaleServerIT extends ServerTest {

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("stale", LastingResource.class);
    }

    @Test
    @Tag("R5861-2")
    void aStalePageIsMadeAnewByARequestOfNobody() {
        String first =
                visitor().get("/lasting", "User-Agent: mine", "Cookie: id=1").text();
        assertThat(first).contains("[id] by mine");

        await().untilAsserted(() -> assertThat(visitor()
                        .get("/lasting", "User-Agent: mine", "Cookie: id=1")
                        .text())
                .contains("[id] by null"));
    }

    @Test
    @Tag("R9111-67")
    void aStalePageIsValidatedByItsMethod() {
        Answer first = visitor().get("/lasting/validated");

        await().untilAsserted(() -> {
            Answer validated = visitor().get("/lasting/validated", "If-None-Match: \"other\"");
            assertThat(validated.status()).isEqualTo(200);
            assertThat(validated.text()).isEqualTo(first.text());
            assertThat(validated.header("X-Call")).isPresent();
        });
    }
}
