package org.cachette.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.cachette.client.Client;
import org.cachette.server.app.BareApplication;
import org.cachette.server.app.KeyFilter;
import org.cachette.server.app.LockedApplication;
import org.cachette.server.app.OpenApplication;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Two JAX-RS applications in one war, of which one has a request filter that decides who is let in. */
final class EarlyHitApplicationsServerIT extends ServerTest {

    @Deployment(testable = false)
    static WebArchive application() {
        return EarlyHitServerIT.war("two", OpenApplication.class, LockedApplication.class, KeyFilter.class)
                .deleteClass(BareApplication.class);
    }

    @Test
    void noHitPassesByTheFilterOfOneSinceTheOtherHasNone() {
        Client locked = Client.of(URI.create(application + "locked"));
        for (int i = 0; i < 3; i++) {
            assertThat(visitor().get("/early/page").status()).isEqualTo(200);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(locked.get("/early/page", "X-Key: 1").status()).isEqualTo(200);
        }

        assertThat(locked.get("/early/page").status()).isEqualTo(403);
        assertThat(visitor().get("/early/page").status()).isEqualTo(200);
    }
}
