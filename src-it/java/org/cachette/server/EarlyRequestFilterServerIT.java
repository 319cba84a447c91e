package org.cachette.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.cachette.server.app.KeyFilter;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** An application whose request filter decides who is let in: no hit passes it by. */
final class EarlyRequestFilterServerIT extends ServerTest {

    @Deployment(testable = false)
    static WebArchive application() {
        return EarlyHitServerIT.war("filtered", KeyFilter.class);
    }

    @Test
    void whoHasNoKeyIsNotLetInAfterOthersWere() {
        for (int i = 0; i < 3; i++) {
            assertThat(visitor().get("/early/page", "X-Key: 1").status()).isEqualTo(200);
        }

        assertThat(visitor().get("/early/page").status()).isEqualTo(403);
    }
}
