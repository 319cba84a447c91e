package org.cachette.fragment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.fragment.GivenFragments.TWO_MINUTES;
import static org.cachette.fragment.GivenFragments.never;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cachette.Timeout;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody gets the id of another's session, whatever the application calls it in links. */
@Tag("S4")
final class OnesOwnTextTest {

    private final GivenFragments given = new GivenFragments();

    @Test
    void aTextWithTheIdOfTheSessionIsOnlyForTheOneWhoAsked() {
        given.session = "adas";
        assertThat(given.fragments.render("n", TWO_MINUTES, () -> "/next;SID=adas.node1"))
                .isEqualTo("/next;SID=adas.node1");

        given.session = "bobs";
        assertThat(given.fragments.render("n", TWO_MINUTES, () -> "/next;SID=bobs.node1"))
                .isEqualTo("/next;SID=bobs.node1");
        assertThat(given.fragments.invalidate("n")).isFalse();
    }

    @Test
    void aTextWithAnIdInItsLinksIsNotKeptThoughNoSessionIsKnown() {
        assertThat(given.fragments.render("n", TWO_MINUTES, () -> "/next;jsessionid=1"))
                .isEqualTo("/next;jsessionid=1");
        assertThat(given.fragments.invalidate("n")).isFalse();
    }

    @Test
    void theSessionThatTheBodyBeginsCounts() {
        given.fragments.render("n", TWO_MINUTES, () -> "/next;SID=" + (given.session = "new"));

        assertThat(given.fragments.invalidate("n")).isFalse();
    }

    @Test
    void whatIsAroundSuchATextIsNotKeptEither() {
        given.session = "adas";
        assertThat(given.fragments.render(
                        "outer",
                        TWO_MINUTES,
                        () -> "<" + given.fragments.render("n", TWO_MINUTES, () -> "/next;SID=adas") + ">"))
                .isEqualTo("</next;SID=adas>");
        assertThat(given.fragments.invalidate("outer")).isFalse();
    }

    @Test
    void aFragmentThatIsNotToBeKeptIsShownWithTheId() {
        given.session = "adas";

        assertThat(given.fragments.render("n", Timeout.NONE, () -> "/next;SID=adas"))
                .isEqualTo("/next;SID=adas");
    }

    @Test
    void anyOtherTextOfAVisitorWithASessionIsForAll() {
        given.session = "adas";
        given.fragments.render("n", TWO_MINUTES, () -> "for all");

        assertThat(given.fragments.render("n", TWO_MINUTES, never())).isEqualTo("for all");
    }

    @Test
    void whoWaitsGetsATextOfTheirOwn() throws Exception {
        given.session = "adas";
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        CompletableFuture<String> adas =
                CompletableFuture.supplyAsync(() -> given.fragments.render("n", TWO_MINUTES, () -> {
                    running.countDown();
                    await(mayGoOn);
                    return "/next;SID=adas";
                }));
        await(running);
        CompletableFuture<String> bobs =
                CompletableFuture.supplyAsync(() -> given.fragments.render("n", TWO_MINUTES, () -> "what bob may see"));
        mayGoOn.countDown();

        assertThat(adas.get(20, TimeUnit.SECONDS)).isEqualTo("/next;SID=adas");
        assertThat(bobs.get(20, TimeUnit.SECONDS)).isEqualTo("what bob may see");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
