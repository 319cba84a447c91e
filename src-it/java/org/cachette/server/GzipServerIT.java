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

    @Test
    void eachIsStoredOnceAndServedToItsOwn() throws IOException {
        Answer coded = visitor().get("/gzip?twice", "Accept-Encoding: gzip");
        Answer plain = visitor().get("/gzip?twice");
        Answer codedAgain = visitor().get("/gzip?twice", "Accept-Encoding: gzip");
        Answer plainAgain = visitor().get("/gzip?twice");

        assertThat(coded.header("Vary")).hasValueSatisfying(vary -> assertThat(vary).contains("Accept-Encoding"));
        assertThat(codedAgain.body()).isEqualTo(coded.body());
        assertThat(codedAgain.header("Content-Encoding")).contains("gzip");
        assertThat(codedAgain.header("Age")).contains("0");
        assertThat(decoded(codedAgain)).startsWith("gzip, call ");
        assertThat(plainAgain.text()).isEqualTo(plain.text());
        assertThat(plainAgain.header("Content-Encoding")).isEmpty();
        assertThat(plainAgain.header("ETag")).isNotEqualTo(coded.header("ETag"));
    }

    @Test
    void aHeadHasTheLengthOfItsCoding() {
        Answer coded = visitor().get("/gzip?head", "Accept-Encoding: gzip");
        Answer head = visitor().head("/gzip?head", "Accept-Encoding: gzip");

        assertThat(head.header("Content-Encoding")).contains("gzip");
        assertThat(head.header("Content-Length")).contains(Integer.toString(coded.body().length));
        assertThat(head.header("ETag")).isEqualTo(coded.header("ETag"));
    }

    @Test
    void whoHasTheCodedPageIsToldSo() {
        String tag = visitor().get("/gzip?known", "Accept-Encoding: gzip").header("ETag").orElseThrow();
        Answer answer = visitor().get("/gzip?known", "Accept-Encoding: gzip", "If-None-Match: " + tag);

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
    }
}
