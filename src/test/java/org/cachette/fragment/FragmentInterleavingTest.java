package org.cachette.fragment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.fragment.GivenFragments.TWO_MINUTES;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.cachette.backend.Together;
import org.junit.jupiter.api.Test;

/**
 * What is rendered after {@code invalidate} has returned is never old, also where many do both, and where a body runs for long. Every
 * order of two actors is played elsewhere, together with values and pages.
 */
final class FragmentInterleavingTest {

    private final GivenFragments given = new GivenFragments();
    private final AtomicInteger data = new AtomicInteger(1);

    @Test
    void aChangeAfterTheBodyHasReadTheData() {
        given.fragments.render("n", TWO_MINUTES, () -> {
            String read = read();
            change();
            return read;
        });

        assertNow(2);
    }

    @Test
    void whoComesAfterTheChangeDoesNotWaitForWhatBeganBeforeIt() throws Exception {
        CountDownLatch hasRead = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        CompletableFuture<String> old =
                CompletableFuture.supplyAsync(() -> given.fragments.render("n", TWO_MINUTES, () -> {
                    String read = read();
                    hasRead.countDown();
                    await(mayGoOn);
                    return read;
                }));
        await(hasRead);
        change();

        assertNow(2);
        mayGoOn.countDown();
        assertThat(old.get(20, TimeUnit.SECONDS)).isEqualTo("1");
        assertNow(2);
    }

    @Test
    void manyThreadsNeverGetWhatWasChangedBeforeTheyAsked() throws Exception {
        AtomicInteger invalidated = new AtomicInteger();
        AtomicInteger turns = new AtomicInteger();
        List<Integer> stale = Together.run(8, () -> {
            int mistakes = 0;
            for (int i = 0; i < 3000; i++) {
                if (turns.incrementAndGet() % 5 == 0) {
                    int made = data.incrementAndGet();
                    given.fragments.invalidate("n");
                    invalidated.accumulateAndGet(made, Math::max);
                }
                int atLeast = invalidated.get();
                int got = Integer.parseInt(given.fragments.render("n", TWO_MINUTES, this::read));
                mistakes += got < atLeast ? 1 : 0;
            }
            return mistakes;
        });

        assertThat(stale).containsOnly(0);
    }

    private void change() {
        data.incrementAndGet();
        given.fragments.invalidate("n");
    }

    private void assertNow(int expected) {
        assertThat(given.fragments.render("n", TWO_MINUTES, this::read)).isEqualTo(Integer.toString(expected));
    }

    private String read() {
        return Integer.toString(data.get());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
