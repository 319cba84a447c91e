package org.cachette.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cachette.server.app.CrowdResource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A thousand sockets that ask for the same page at once. */
final class CrowdServerIT extends ServerTest {

    private static final int THOUSAND = 1000;
    private static final int SOME = 20;
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Endless answers at the same time: each has a thread of the server. */
    private static final int SIDE_BY_SIDE = 4;

    private static final Pattern RUN = Pattern.compile("run (\\d+) ");

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.war("crowd", CrowdResource.class, CrowdResource.Gathering.class, CrowdResource.Door.class)
                .addAsResource(
                        Deployments.settings(Map.of(
                                "cachette.site.wait",
                                Long.toString(WAIT.toSeconds()),
                                "cachette.site.max-body",
                                "100000",
                                "cachette.pages.\"/crowd/lost\".timeout",
                                "600")),
                        "META-INF/microprofile-config.properties");
    }

    @Test
    void aPageIsMadeOnce() {
        List<String> answers = ask(THOUSAND, "/crowd/calm/plain");

        assertWhole(answers, 200);
        assertThat(runs(answers)).containsExactly("1");
        assertThat(runs("plain")).isEqualTo(1);
    }

    @Test
    void whereTheFirstVisitorIsGoneItIsMadeOnceMoreAtMost() throws IOException {
        visitor().get("/crowd/gather");
        try (Socket first = sent("/crowd/calm/gone")) {
            await().until(() -> runs("gone") == 1);
            first.setSoLinger(true, 0);
        }
        List<String> answers = ask(THOUSAND, "/crowd/calm/gone");

        assertWhole(answers, 200);
        assertThat(runs(answers)).hasSize(1);
        assertThat(runs("gone")).isLessThanOrEqualTo(2);
    }

    @Test
    void whereTheFirstRunThrowsThereIsOneMore() {
        List<String> answers = ask(THOUSAND, "/crowd/throwing");
        List<String> pages =
                answers.stream().filter(answer -> !isStatus(answer, 500)).toList();

        assertThat(pages).hasSize(THOUSAND - 1);
        assertWhole(pages, 200);
        assertThat(runs(pages)).containsExactly("2");
        assertThat(runs("throwing")).isEqualTo(2);
    }

    @Test
    void whereTheFirstAnswerIsLostOnItsWayTheOthersHearOfItAtOnce() {
        long begun = System.nanoTime();
        List<String> answers = ask(SOME, "/crowd/lost");
        List<String> pages =
                answers.stream().filter(answer -> !isStatus(answer, 500)).toList();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(WAIT.dividedBy(4));
        assertThat(pages).hasSize(SOME - 1);
        assertWhole(pages, 200);
        assertThat(runs(pages)).containsExactly("2");
    }

    @Test
    void whereTheFirstRunHangsThereIsOneMoreAndNobodyWaitsPastTheDeadline() throws IOException {
        try (Socket hanging = sent("/crowd/hanging")) {
            await().until(() -> runs("hanging") == 1);
            long begun = System.nanoTime();
            List<String> answers = ask(THOUSAND, "/crowd/hanging");

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(WAIT);
            assertWhole(answers, 200);
            assertThat(runs(answers)).containsExactly("2");
            visitor().get("/crowd/release");
            assertThat(runs(List.of(read(hanging)))).containsExactly("1");
        }
    }

    @Test
    void aPrivatePageIsMadeForEach() {
        List<String> answers = ask(THOUSAND, "/crowd/private");

        assertWhole(answers, 200);
        assertThat(runs(answers)).hasSize(THOUSAND);
        assertThat(runs("private")).isEqualTo(THOUSAND);
    }

    @Test
    void aFailureIsForEachItsOwn() {
        List<String> answers = ask(THOUSAND, "/crowd/failing");

        assertWhole(answers, 500);
        assertThat(runs(answers)).hasSize(THOUSAND);
    }

    @Test
    void ofAnEndlessPageEachGetsItsOwn() throws IOException {
        Set<String> begun = new TreeSet<>();
        for (int i = 0; i < THOUSAND; i += SIDE_BY_SIDE) {
            List<Socket> sockets = new ArrayList<>();
            for (int j = 0; j < SIDE_BY_SIDE; j++) {
                sockets.add(sent("/crowd/endless"));
            }
            for (Socket socket : sockets) {
                begun.addAll(runs(List.of(beginning(socket))));
                socket.setSoLinger(true, 0);
                socket.close();
            }
        }

        assertThat(begun).hasSize(THOUSAND);
        assertThat(visitor().get("/crowd/runs/endless").text()).isEqualTo(Integer.toString(THOUSAND));
    }

    /** The answers to so many requests, all of which are there before the first answer is read. */
    private List<String> ask(int times, String path) {
        visitor().get("/crowd/gather");
        try {
            List<Socket> sockets = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                sockets.add(sent(path));
            }
            List<String> answers = new ArrayList<>();
            for (Socket socket : sockets) {
                answers.add(read(socket));
            }
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Socket sent(String path) throws IOException {
        URI site = visitor().site();
        Socket socket = new Socket(site.getHost(), site.getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        String request = "GET " + site.getRawPath() + path + " HTTP/1.1\r\nHost: " + site.getAuthority()
                + "\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        return socket;
    }

    private static String read(Socket open) throws IOException {
        try (Socket socket = open) {
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    /** The first bytes of an answer that does not end; fewer where it does. */
    private static String beginning(Socket open) throws IOException {
        byte[] bytes = new byte[200_000];
        int length = open.getInputStream().readNBytes(bytes, 0, bytes.length);
        return new String(bytes, 0, length, US_ASCII);
    }

    private static void assertWhole(List<String> answers, int status) {
        assertThat(answers)
                .allMatch(answer -> isStatus(answer, status))
                .allMatch(answer -> answer.length() > 40_000 && answer.contains(" END"));
    }

    private static boolean isStatus(String answer, int status) {
        return answer.startsWith("HTTP/1.1 " + status);
    }

    /** The numbers in the bodies. */
    private static Set<String> runs(List<String> answers) {
        Set<String> runs = new TreeSet<>();
        for (String answer : answers) {
            Matcher run = RUN.matcher(answer);
            assertThat(run.find())
                    .as(answer.substring(0, Math.min(300, answer.length())))
                    .isTrue();
            runs.add(run.group(1));
        }
        return runs;
    }

    private int runs(String page) {
        return Integer.parseInt(visitor().get("/crowd/runs/" + page).text());
    }
}
