package org.cachette.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.cachette.client.Answer;
import org.cachette.server.app.ApplicationScopedResource;
import org.cachette.server.app.RequestScopedResource;
import org.cachette.server.app.StatelessResource;
import org.cachette.server.app.TransactionalResource;
import org.cachette.server.app.UnscopedResource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resources of every kind that a server knows. */
final class ScopesServerIT extends ServerTest {

    private static final String ACTIVE_TRANSACTION = "status 0";

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war(
                "scopes",
                UnscopedResource.class,
                RequestScopedResource.class,
                ApplicationScopedResource.class,
                StatelessResource.class,
                TransactionalResource.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unscoped", "request", "application", "stateless", "transactional"})
    void resourcesOfEveryScopeAnswer(String scope) {
        Answer answer = visitor().get("/" + scope);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).startsWith(scope + ", call ");
    }

    @Test
    void aTransactionalMethodRunsInATransaction() {
        assertThat(visitor().get("/transactional").text()).endsWith(ACTIVE_TRANSACTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unscoped", "request", "application", "stateless", "transactional"})
    void theSecondVisitorGetsTheStoredPage(String scope) {
        Answer first = visitor().get("/" + scope + "?twice");
        Answer second = visitor().get("/" + scope + "?twice");

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("ETag")).isPresent().isEqualTo(first.header("ETag"));
        assertThat(second.header("Age")).contains("0");
        assertThat(first.header("Cache-Control")).contains("max-age=60");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unscoped", "request", "application", "stateless", "transactional"})
    void aVisitorWhoHasThePageIsToldSo(String scope) {
        String tag = visitor().get("/" + scope + "?known").header("ETag").orElseThrow();
        Answer answer = visitor().get("/" + scope + "?known", "If-None-Match: " + tag);

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("ETag")).contains(tag);
    }
}
