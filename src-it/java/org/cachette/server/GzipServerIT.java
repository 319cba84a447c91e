package org.cachette.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.cachette.client.Answer;
import org.cachette.server.app.GzipResource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Compression by the server's JAX-RS: RESTEasy's {@code @GZIP}, Jersey's {@code EncodingFilter}. */
final class GzipServerIT extends ServerTest {

    private static final String PROVIDERS = """
            <context-param>
              <param-name>resteasy.providers</param-name>
              <param-value>org.jboss.resteasy.plugins.interceptors.AcceptEncodingGZIPFilter,\
            org.jboss.resteasy.plugins.interceptors.GZIPDecodingInterceptor,\
            org.jboss.resteasy.plugins.interceptors.GZIPEncodingInterceptor</param-value>
            </context-param>
            """;

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("gzip", GzipResource.class).setWebXML(Deployments.webXml(PROVIDERS));
    }

    @Test
    void whoAcceptsGzipGetsIt() throws IOException {
        Answer answer = visitor().get("/gzip", "Accept-Encoding: gzip");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Encoding")).contains("gzip");
        assertThat(decoded(answer)).startsWith("gzip, call ").endsWith("and on and on");
    }

    @Test
    void whoDoesNotGetsTheTextAsItIs() {
        Answer answer = visitor().get("/gzip");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Encoding")).isEmpty();
        assertThat(answer.text()).startsWith("gzip, call ").endsWith("and on and on");
    }

    private static String decoded(Answer answer) throws IOException {
        try (GZIPInputStream text = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
