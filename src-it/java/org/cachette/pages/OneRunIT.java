package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many who ask for the same page while it is made. */
@Tag("ee11")
final class OneRunIT {

    private static final int THREADS = 250;
    private static final Duration WAIT = Duration.ofSeconds(8);

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(
                Map.of(
                        "cachette.site.wait",
                        Long.toString(WAIT.toSeconds()),
                        "cachette.pages.\"/crowded/ruled\".timeout",
                        "60"),
                THREADS,
                CrowdedPages.class,
                Crowd.class,
                Crowd.Door.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aThousandConcurrentMissesAreOneRun() throws Exception {
        List<Answer> answers = ask(1000, "/crowded/annotated?calm-thousand");

        assertThat(bodies(answers)).containsExactly("run 1");
        assertThat(answers).hasSize(1000).allMatch(answer -> answer.status() == 200);
        assertThat(crowd("calm-thousand").runs()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ruled", "stage", "suspended"})
    void soAreThoseOfOtherKindsOfPages(String kind) throws Exception {
        List<Answer> answers = ask(300, "/crowded/" + kind + "?calm-" + kind);

        assertThat(bodies(answers)).containsExactly("run 1");
        assertThat(crowd("calm-" + kind).runs()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "ruled", "stage", "suspended"})
    void whereTheFirstRunThrowsThereIsOneMore(String kind) throws Exception {
        long begun = System.nanoTime();

        List<Answer> answers = ask(300, "/crowded/" + kind + "?throwing-" + kind);

        assertThat(answers.stream().filter(answer -> answer.status() == 500)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 200).map(Answer::text))
                .hasSize(299)
                .containsOnly("run 2");
        assertThat(crowd("throwing-" + kind).runs()).isEqualTo(2);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(WAIT.dividedBy(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotated", "ruled", "stage", "suspended"})
    void whereTheFirstRunHangsThereIsOneMoreAndNobodyWaitsPastTheDeadline(String kind) throws Exception {
        assertOneMoreThanTheHanging("/crowded/" + kind + "?hanging-" + kind, "hanging-" + kind);
    }

    @Test
    void whereTheFirstBodyNeverEndsThereIsOneMoreAndNobodyWaitsPastTheDeadline() throws Exception {
        assertOneMoreThanTheHanging("/crowded/annotated?endless-body", "endless-body");
    }

    private static void assertOneMoreThanTheHanging(String path, String page) throws Exception {
        CompletableFuture<Answer> hanging = server.client().getLater(path);
        crowd(page).awaitBegin();
        long begun = System.nanoTime();

        List<Answer> answers = ask(200, path);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(WAIT);
        assertThat(bodies(answers)).containsExactly("run 2");
        assertThat(crowd(page).runs()).isEqualTo(2);
        crowd(page).release();
        assertThat(hanging.get(30, TimeUnit.SECONDS).text()).isEqualTo("run 1");
    }

    @Test
    void privateAnswersAreMadeSideBySide() throws Exception {
        List<Answer> answers = ask(300, "/crowded/annotated?private-page");

        assertThat(bodies(answers)).hasSize(300).doesNotContain("serial");
        assertThat(crowd("private-page").runs()).isEqualTo(300);
    }

    @Test
    void aLeaderWhoseClientIsGoneStillMakesThePageForTheOthers() throws Exception {
        leaveWhileRunning("/crowded/annotated?calm-gone", "calm-gone");

        List<Answer> answers = ask(300, "/crowded/annotated?calm-gone");

        assertThat(bodies(answers)).containsExactly("run 1");
        assertThat(crowd("calm-gone").runs()).isEqualTo(1);
    }

    private static void leaveWhileRunning(String path, String page) throws IOException {
        URI site = server.uri();
        try (Socket socket = new Socket(site.getHost(), site.getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + site.getAuthority() + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            crowd(page).awaitBegin();
            socket.setSoLinger(true, 0);
        }
    }

    private static Crowd.OfPage crowd(String page) {
        return server.bean(Crowd.class).of(page);
    }

    private static List<Answer> ask(int times, String path) throws Exception {
        List<CompletableFuture<Answer>> coming = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            coming.add(server.client().getLater(path));
        }
        List<Answer> answers = new ArrayList<>();
        for (CompletableFuture<Answer> answer : coming) {
            answers.add(answer.get(60, TimeUnit.SECONDS));
        }
        return answers;
    }

    private static Set<String> bodies(List<Answer> answers) {
        Set<String> bodies = new TreeSet<>();
        answers.forEach(answer -> bodies.add(answer.text()));
        return bodies;
    }
}
