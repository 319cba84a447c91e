package org.cachette.samples.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients get when the origin does not answer as it should. */
final class FailingOriginTest extends GatewayContract {

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage\r\n\r\n", "HTTP/1.1 2x0 OK\r\n\r\n", "HTTP/1.1 999 Odd\r\n\r\n"})
    void anAnswerThatIsNoneIsA502(String bytes) {
        origin.on("/garbage", bytes);

        assertThat(client.send("GET", "/garbage").status()).isEqualTo(502);
    }

    @Test
    void anOriginThatIsNotThereIsA502() throws Exception {
        ScriptedOrigin gone = new ScriptedOrigin();
        URI address = gone.address();
        gone.close();
        gateway.close();
        try (Stack alone = Stack.start(address)) {
            Recorded answer = new Client(alone.address()).send("GET", "/");
            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.text()).isEqualTo("The origin can't be reached\n");
        } finally {
            startGateway();
        }
    }

    @Test
    void anOriginThatIsTooSlowIsA504() {
        CountDownLatch never = new CountDownLatch(1);
        origin.on("/slow", (request, out) -> never.await());

        assertThat(client.send("GET", "/slow").status()).isEqualTo(504);
        never.countDown();
    }

    @Test
    void contentThatBreaksOffIsA502WhereItWasHeld() {
        origin.on("/held", "HTTP/1.1 200 OK\r\nCache-Control: max-age=60\r\nContent-Length: 10\r\n\r\nonly");

        assertThat(client.send("GET", "/held").status()).isEqualTo(502);
        origin.on("/held", "HTTP/1.1 200 OK\r\nCache-Control: max-age=60\r\nContent-Length: 4\r\n\r\ngood");
        assertThat(client.send("GET", "/held").text()).isEqualTo("good");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 10\r\n\r\nonly", "Transfer-Encoding: chunked\r\n\r\n4\r\nonly\r\n"})
    void contentThatBreaksOffLaterIsNotTakenForWhole(String rest) throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        origin.on("/cut", (request, out) -> {
            out.write(("HTTP/1.1 200 OK\r\n" + rest).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            read.await();
        });
        String request = "GET /cut HTTP/1.1\r\nHost: a\r\n\r\n";
        try (var socket = client.open(request)) {
            byte[] start = new byte[500];
            int count = 0;
            while (!new String(start, 0, count, StandardCharsets.US_ASCII).contains("only")) {
                count += socket.getInputStream().read(start, count, start.length - count);
            }
            OutputStream next = socket.getOutputStream();
            next.write(request.getBytes(StandardCharsets.US_ASCII));
            next.flush();
            read.countDown();
            String tail = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(tail).isIn("", "\r\n");
        }
    }

    @Test
    void aRequestThatCantBeWrittenIsA400() {
        assertThat(client.send("GET", "/ctl", "X-A: a\u0001b").status()).isEqualTo(400);
    }
}
