package org.cachette.samples.forum;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The story of the fragments, as members see it in their browsers. */
class NewMessagesInChromiumTest {

    private static final List<String> PAGES = List.of("Forum", "Topics", "Profile", "Messages");

    @RegisterExtension
    static final Chromiums CHROMIUMS = new Chromiums();

    private static RunningForum forum;

    @BeforeAll
    static void start() throws Exception {
        forum = RunningForum.start(Map.of("FORUM_ROWS", "100000"));
    }

    @AfterAll
    static void stop() {
        forum.close();
    }

    private Chromium browserOf(String member) {
        return CHROMIUMS.open(forum.address()).logIn(member);
    }

    @Test
    void theFirstPageIsSlowAndTheSecondFast() {
        Chromium browser = browserOf("member1");
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        for (int member = 2; member <= 6; member++) {
            first.add(browser.logIn("member" + member).load().millis());
            second.add(browser.follow("Forum").load().millis());
        }

        System.out.println("Milliseconds of the first pages " + first + ", of the second " + second);
        assertThat(median(second)).isLessThan(median(first) / 2);
    }

    @Test
    void noMemberSeesTheCountOfAnother() {
        Chromium one = browserOf("member11").follow("Messages").press("Mark all as read");
        Chromium two = browserOf("member12").follow("Messages").press("Mark all as read");
        one.send("member12", "first");
        two.send("member11", "first").send("member11", "second");

        for (String link : PAGES) {
            assertThat(one.follow(link).count()).as(link).isEqualTo(2);
            assertThat(two.follow(link).count()).as(link).isEqualTo(1);
        }
        assertThat(one.logIn("member12").count()).isEqualTo(1);
        assertThat(two.logIn("member11").count()).isEqualTo(2);
    }

    @Test
    void theCountIsRightAtOnceAfterReceivingAndAfterReading() {
        Chromium reader = browserOf("member21").follow("Messages").press("Mark all as read");
        Chromium writer = browserOf("member22");
        assertThat(reader.count()).isZero();

        for (int sent = 1; sent <= 3; sent++) {
            writer.send("member21", "message " + sent);
            assertThat(reader.follow(PAGES.get(sent)).count()).isEqualTo(sent);
        }
        reader.follow("Messages").takePicture("new-messages");
        assertThat(reader.press("Mark as read").count()).isEqualTo(2);
        assertThat(reader.follow("Topics").count()).isEqualTo(2);
        assertThat(reader.follow("Messages").press("Mark all as read").count()).isZero();
        assertThat(reader.follow("Profile").count()).isZero();
    }

    @Test
    void theCountIsNeverWrongWhileTwoMembersWriteToEachOtherAtOnce() {
        Chromium one = browserOf("member31").follow("Messages").press("Mark all as read");
        Chromium two = browserOf("member32").follow("Messages").press("Mark all as read");
        Sent toOne = new Sent("member31");
        Sent toTwo = new Sent("member32");

        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> write(one, toTwo, toOne));
        write(two, toOne, toTwo);
        other.join();

        assertThat(one.follow("Forum").count()).isEqualTo(toOne.done().get());
        assertThat(two.follow("Forum").count()).isEqualTo(toTwo.done().get());
    }

    /** What was sent for sure before a page was asked for is counted on it; what was sent later than it came is not. */
    private static void write(Chromium browser, Sent sent, Sent received) {
        for (int round = 0; round < 10; round++) {
            sent.begun().incrementAndGet();
            browser.send(sent.recipient(), "round " + round);
            sent.done().incrementAndGet();
            int least = received.done().get();
            long count = browser.follow(PAGES.get(round % PAGES.size())).count();
            assertThat(count).isBetween((long) least, (long) received.begun().get());
        }
    }

    private record Sent(String recipient, AtomicInteger begun, AtomicInteger done) {

        private Sent(String recipient) {
            this(recipient, new AtomicInteger(), new AtomicInteger());
        }
    }

    @Test
    void aPictureIsTaken() {
        Chromium browser = browserOf("member41");
        for (String link : PAGES) {
            browser.follow(link).takePicture(link.toLowerCase(Locale.ROOT));
            assertThat(Path.of("target/screenshots", link.toLowerCase(Locale.ROOT) + ".png"))
                    .isNotEmptyFile();
        }
    }

    private static double median(List<Double> numbers) {
        return numbers.stream().sorted().skip(numbers.size() / 2).findFirst().orElseThrow();
    }
}
