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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/returns/string", "/returns/pojo", "/returns/bytes", "/returns/int", "/returns/boolean",
                "/returns/stream", "/returns/response/200", "/returns/response/203", "/returns/nothing",
                "/later/stage", "/later/suspended"
            })
    void theSecondAnswerIsTheStoredFirst(String path) {
        Answer first = visitor().get(path + "?twice");
        Answer second = visitor().get(path + "?twice");

        assertThat(second.status()).isEqualTo(first.status());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(second.header("ETag")).isPresent().isEqualTo(first.header("ETag"));
        assertThat(second.header("Age")).contains("0");
        assertThat(second.header("X-Status")).isEqualTo(first.header("X-Status"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/returns/string", "/returns/pojo", "/returns/bytes", "/returns/int", "/returns/stream",
                "/returns/response/203", "/later/stage", "/later/suspended"
            })
    void aHeadAfterAGetHasItsLength(String path) {
        Answer get = visitor().get(path + "?length");
        Answer head = visitor().head(path + "?length");

        assertThat(head.status()).isEqualTo(get.status());
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length")).contains(Integer.toString(get.body().length));
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/returns/string", "/returns/pojo", "/returns/bytes", "/later/stage", "/later/suspended"})
    void theFirstAnswerIsA304TooForWhoHasThePage(String path) {
        Answer first = visitor().get(path + "?a");
        Answer second = visitor().get(path + "?a", "If-None-Match: " + first.header("ETag").orElseThrow());

        assertThat(second.status()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.header("Content-Type")).isEmpty();
    }

    @Test
    void aFirstAnswerThatTheClientHasIsA304() {
        String tag = visitor().get("/returns/same?a").header("ETag").orElseThrow();
        Answer first = visitor().get("/returns/same?b", "If-None-Match: " + tag);

        assertThat(first.status()).isEqualTo(304);
        assertThat(first.body()).isEmpty();
        assertThat(visitor().get("/returns/same?b").header("Age")).contains("0");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410, 503})
    void anErrorRunsTheMethodAgain(int status) {
        String path = "/returns/response/" + status + "?again";

        assertThat(call(visitor().get(path))).isNotEqualTo(call(visitor().get(path)));
    }
}
