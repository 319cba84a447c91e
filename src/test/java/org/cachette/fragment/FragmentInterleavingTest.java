package org.cachette.fragment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.fragment.GivenFragments.TWO_MINUTES;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.cachette.Fragments;
import org.cachette.backend.Together;
import org.cachette.page.InterruptedCaches;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One actor renders, another changes the data: what is rendered after {@code invalidate} has returned is never old. */
final class FragmentInterleavingTest {

    /** A rendering asks its cache for the entry, its name, the entry again under the lock, and to store. */
    private static final int STORING = 3;

    private static final int AFTERWARDS = 1000;

    private final GivenFragments given = new GivenFragments();
    private final AtomicInteger data = new AtomicInteger(1);
    private Fragments shared = given.fragments;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, STORING, AFTERWARDS})
    void aChangeBetweenTwoOperationsOfARendering(int before) {
        renderInterrupted(before, this::change);

        assertNow(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, STORING, AFTERWARDS})
    void aChangeAndARenderingBetweenTwoOperationsOfARendering(int before) {
        renderInterrupted(before, () -> {
            change();
            assertNow(2);
        });

        assertNow(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, STORING, AFTERWARDS})
    void twoChangesBetweenTwoOperationsOfARendering(int before) {
        renderInterrupted(before, () -> {
            change();
            assertNow(2);
            change();
        });

        assertNow(3);
    }

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

    /** The other actor is another thread; it is waited for, but while an entry is stored, since then it has to wait. */
    private void renderInterrupted(int before, Runnable other) {
        AtomicReference<@Nullable CompletableFuture<Void>> acting = new AtomicReference<>();
        InterruptedCaches caches = new InterruptedCaches(given.caches, before, () -> {
            CompletableFuture<Void> begun = CompletableFuture.runAsync(other).orTimeout(20, TimeUnit.SECONDS);
            acting.set(begun);
            if (before != STORING) {
                begun.join();
            }
        });
        shared = given.in(caches);
        shared.render("n", TWO_MINUTES, this::read);
        CompletableFuture<Void> begun = acting.get();
        if (begun == null) {
            other.run();
        } else {
            begun.join();
        }
        assertThat(begun == null).isEqualTo(before == AFTERWARDS);
    }

    private void change() {
        data.incrementAndGet();
        shared.invalidate("n");
    }

    private void assertNow(int expected) {
        assertThat(shared.render("n", TWO_MINUTES, this::read)).isEqualTo(Integer.toString(expected));
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
