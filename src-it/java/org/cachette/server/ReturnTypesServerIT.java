package org.cachette.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.cachette.client.Answer;
import org.cachette.server.app.AsynchronousResource;
import org.cachette.server.app.ReturnTypesResource;
import org.cachette.server.app.Topic;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods of every return type that can be cached. */
final class ReturnTypesServerIT extends ServerTest {

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("returns", ReturnTypesResource.class, AsynchronousResource.class, Topic.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/returns/string", "/returns/stream", "/later/stage", "/later/suspended"})
    void textsArriveWhole(String path) {
        Answer answer = visitor().get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(answer.text()).matches("\\w+, call \\d+");
    }

    @Test
    void anObjectIsJson() {
        Answer answer = visitor().get("/returns/pojo");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(answer.text()).matches("\\{\"call\":\\d+,\"title\":\"Ünïcode\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 203, 404, 410, 503})
    void aResponseKeepsItsStatusAndItsFields(int status) {
        Answer answer = visitor().get("/returns/response/" + status);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("X-Status")).contains("" + status);
        assertThat(answer.text()).startsWith("response " + status);
    }

    @Test
    void primitivesAreTexts() {
        assertThat(visitor().get("/returns/int").text()).matches("\\d+");
        assertThat(visitor().get("/returns/boolean").text()).isIn("true", "false");
    }

    @Test
    void bytesArriveAsTheyAre() {
        Answer answer = visitor().get("/returns/bytes");

        assertThat(answer.header("Content-Type")).contains("application/octet-stream");
        assertThat(answer.body()).hasSize(257);
        for (int i = 0; i < 256; i++) {
            assertThat(answer.body()[i]).isEqualTo((byte) i);
        }
    }

    @Test
    void noContentHasNoBody() {
        Answer answer = visitor().get("/returns/nothing");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("X-Call")).isPresent();
        assertThat(answer.body()).isEmpty();
        assertThat(visitor().get("/returns/void").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/returns/string", "/returns/pojo", "/returns/bytes", "/later/stage", "/later/suspended"})
    void headHasTheStatusOfGetAndNoBody(String path) {
        Answer answer = visitor().head(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }
}
