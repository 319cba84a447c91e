package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written piece by piece, and may never end, reaches the client while it is written. */
@Tag("ee11")
final class StreamsIT {

    private EmbeddedServer server;

    @BeforeEach
    void start() {
        server = EmbeddedServer.start(
                Map.of("cachette.site.enabled", "true", "cachette.site.conditional-get", "true"),
                StreamPages.class,
                StreamPages.Gate.class,
                Runs.class,
                SettableClock.class);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flushed", "chunks", "unannounced"})
    void theClientSeesTheFirstPieceWhileTheMethodStillWrites(String page) throws IOException {
        try (Socket socket = asking(server.uri(), "/streams/" + page)) {
            String begin = readUntil(socket, "first ");
            server.bean(StreamPages.Gate.class).open();
            String end = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

            assertThat(begin).doesNotContain("second");
            assertThat(end).contains("second run 1");
        }
    }

    @Test
    void aStreamThatEndedIsStoredWithAllThatOthersGet() {
        String page = "flushed";
        server.bean(StreamPages.Gate.class).open();
        Answer first = server.get("/streams/" + page);
        Answer hit = server.get("/streams/" + page);

        assertThat(hit.text()).isEqualTo(first.text()).endsWith("second run 1");
        assertThat(hit.header("Age")).contains("0");
        assertThat(hit.header("Content-Length")).contains(String.valueOf(hit.body().length));
        assertThat(first.header("Cache-Control")).isEqualTo(hit.header("Cache-Control"));
        assertThat(server.get(
                                "/streams/" + page,
                                "If-None-Match: " + hit.header("ETag").orElseThrow())
                        .status())
                .isEqualTo(304);
    }

    @Test
    void aStreamUnderAnAnnotationIsHeldAndGetsItsTagAtOnce() {
        Answer first = server.get("/streams/held");

        assertThat(first.header("ETag")).isPresent();
        assertThat(first.header("Content-Length")).contains(String.valueOf(first.body().length));
        assertThat(server.get("/streams/held").text()).isEqualTo(first.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunks", "unannounced"})
    void anAnswerInChunksIsNeverStored(String page) {
        server.bean(StreamPages.Gate.class).open();
        Answer first = server.get("/streams/" + page);
        Answer second = server.get("/streams/" + page);

        assertThat(first.text()).isEqualTo("first second run 1");
        assertThat(second.text()).isEqualTo("first second run 2");
    }

    @Test
    @Tag("R9111-14")
    void aStreamThatBreaksOffIsNotStored() throws IOException {
        try (Socket socket = asking(server.uri(), "/streams/broken")) {
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("second");
        }

        assertThat(server.get("/streams/broken").text()).isEqualTo("first second");
    }

    private static Socket asking(URI site, String path) throws IOException {
        Socket socket = new Socket(site.getHost(), site.getPort());
        socket.setSoTimeout(20_000);
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + site.getAuthority() + "\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static String readUntil(Socket socket, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int c = socket.getInputStream().read();
            assertThat(c).as("after \"%s\"", read).isNotNegative();
            read.append((char) c);
        }
        return read.toString();
    }
}
