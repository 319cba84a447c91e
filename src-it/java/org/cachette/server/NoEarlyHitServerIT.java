package org.cachette.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cachette.client.Answer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The same application without {@code site.early-hits=true}. */
final class NoEarlyHitServerIT extends ServerTest {

    @Deployment(testable = false)
    static WebArchive application() {
        return EarlyHitServerIT.war("no-early", Map.of("cachette.site.enabled", "true"));
    }

    @Test
    void everyHitIsForJaxRs() {
        Answer first = visitor().get("/early/page");
        visitor().get("/early/page");
        visitor().get("/early/page");

        assertThat(visitor().get("/early/page").text()).isEqualTo(first.text());
        assertThat(visitor().get("/early/asked").text()).isEqualTo("5");
    }
}
