package org.cachette.fragment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cachette.fragment.GivenFragments.TWO_MINUTES;
import static org.cachette.fragment.GivenFragments.never;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.cachette.CacheConfigurationException;
import org.cachette.CacheException;
import org.cachette.Fragments;
import org.cachette.Timeout;
import org.cachette.backend.Together;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class FragmentCacheTest {

    private final GivenFragments given =
            new GivenFragments("cachette.caches.default.location", "a", "cachette.caches.other.location", "b");
    private final Fragments fragments = given.fragments;

    @Test
    @Tag("DJ-FRAG-07")
    @Tag("DJ-FRAG-15")
    void theBodyOfAHitDoesNotRun() {
        assertThat(fragments.render("n", TWO_MINUTES, () -> "first", "a")).isEqualTo("first");
        assertThat(fragments.render("n", TWO_MINUTES, never(), "a")).isEqualTo("first");
    }

    @Test
    @Tag("DJ-FRAG-08")
    void otherValuesAreAnotherFragmentButAnotherTimeoutIsNot() {
        fragments.render("n", TWO_MINUTES, () -> "for a", "a");

        assertThat(fragments.render("n", TWO_MINUTES, () -> "for b", "b")).isEqualTo("for b");
        assertThat(fragments.render("n", Timeout.ofSeconds(1), never(), "a")).isEqualTo("for a");
    }

    @Test
    @Tag("DJ-FRAG-14")
    @Tag("S29")
    void anEmptyRenderingIsAHit() {
        assertThat(fragments.render("n", TWO_MINUTES, () -> "")).isEmpty();
        assertThat(fragments.render("n", TWO_MINUTES, never())).isEmpty();
    }

    @Test
    void itIsRenderedAgainAfterTheTimeout() {
        fragments.render("n", TWO_MINUTES, () -> "first");
        given.clock.pass(Duration.ofSeconds(119));
        assertThat(fragments.render("n", TWO_MINUTES, never())).isEqualTo("first");

        given.clock.pass(Duration.ofSeconds(1));
        assertThat(fragments.render("n", TWO_MINUTES, () -> "second")).isEqualTo("second");
    }

    @Test
    @Tag("DJ-FRAG-05")
    void forEverIsForEver() {
        fragments.render("n", Timeout.FOREVER, () -> "first");
        given.clock.pass(Duration.ofDays(100_000));

        assertThat(fragments.render("n", TWO_MINUTES, never())).isEqualTo("first");
    }

    @Test
    void withoutATimeoutItIsRenderedEveryTimeAndAnEarlierOneGoes() {
        fragments.render("n", TWO_MINUTES, () -> "first");

        assertThat(fragments.render("n", Timeout.NONE, () -> "second")).isEqualTo("second");
        assertThat(fragments.render("n", Timeout.NONE, () -> "third")).isEqualTo("third");
        assertThat(given.cache().hasKey(fragments.key("n"))).isFalse();
    }

    @Test
    void aBodyThatFailsIsNotStoredAndItsFailureIsTheCallers() {
        assertThatThrownBy(() -> fragments.render("n", TWO_MINUTES, () -> {
                    throw new IllegalStateException("no data");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no data");

        assertThat(fragments.render("n", TWO_MINUTES, () -> "second")).isEqualTo("second");
    }

    @Test
    @SuppressWarnings("NullAway") // what is not promised is tested
    void aBodyThatGivesNullIsToldWhichOne() {
        assertThatThrownBy(() -> fragments.render("n", TWO_MINUTES, () -> null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the body of fragment \"n\" gave null: expected text");
    }

    @Test
    @Tag("DJ-FRAG-20")
    void itIsInvalidatedByNameAndValuesOrDeletedByItsKey() {
        fragments.render("n", TWO_MINUTES, () -> "first", "a");
        assertThat(fragments.invalidate("n", "b")).isFalse();
        assertThat(fragments.invalidate("n", "a")).isTrue();
        assertThat(fragments.invalidate("n", "a")).isFalse();

        assertThat(fragments.render("n", TWO_MINUTES, () -> "second", "a")).isEqualTo("second");
        assertThat(given.cache().delete(fragments.key("n", "a"))).isTrue();
    }

    @Test
    @Tag("DJ-FRAG-11")
    void itIsInTheCacheThatIsNamedElseInFragmentsElseInDefault() {
        fragments.render("n", TWO_MINUTES, () -> "in default");
        fragments.using("other").render("n", TWO_MINUTES, () -> "in other");
        GivenFragments withOwn =
                new GivenFragments("cachette.caches.default.location", "a", "cachette.caches.fragments.location", "b");
        withOwn.fragments.render("n", TWO_MINUTES, () -> "in fragments");

        assertThat(given.cache().hasKey(fragments.key("n"))).isTrue();
        assertThat(given.caches.get("other").hasKey(fragments.key("n"))).isTrue();
        assertThat(fragments.render("n", TWO_MINUTES, never())).isEqualTo("in default");
        assertThat(withOwn.caches.get("fragments").hasKey(fragments.key("n"))).isTrue();
        assertThat(withOwn.cache().hasKey(fragments.key("n"))).isFalse();
    }

    @Test
    @Tag("DJ-FRAG-12")
    void aCacheThatIsUnknownIsAnErrorThatNamesTheKnownOnes() {
        assertThatThrownBy(() -> fragments.using("nowhere"))
                .isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining("no cache is named \"nowhere\": expected one of default, other");
    }

    @Test
    void whatSomebodyElseStoredUnderItsKeyIsAMiss() {
        given.cache().set(fragments.key("n"), "plain");

        assertThat(fragments.render("n", TWO_MINUTES, () -> "first")).isEqualTo("first");
        assertThat(fragments.render("n", TWO_MINUTES, never())).isEqualTo("first");
    }

    @Test
    void aBodyThatAsksForItsOwnFragmentIsAnError() {
        assertThatThrownBy(() -> fragments.render(
                        "n", TWO_MINUTES, () -> fragments.render("n", TWO_MINUTES, () -> "in") + "out"))
                .isInstanceOf(CacheException.class);
    }

    @Test
    @Tag("DJ-FRAG-21")
    void itIsRenderedOnceForAllWhoComeMeanwhile() throws Exception {
        AtomicInteger runs = new AtomicInteger();

        List<String> results =
                Together.run(8, () -> fragments.render("n", TWO_MINUTES, () -> "run " + runs.incrementAndGet()));

        assertThat(results).containsOnly("run 1");
    }

    @Test
    void aBodyAndASupplierOfACacheThatAskForEachOtherDoNotWaitForEver() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        AtomicInteger turn = new AtomicInteger();

        List<String> results = Together.run(
                2,
                () -> turn.getAndIncrement() == 0
                        ? fragments.render("n", TWO_MINUTES, () -> {
                            awaitOther(both);
                            return given.cache().getOrSet("k", () -> "value");
                        })
                        : given.cache().getOrSet("k", () -> {
                            awaitOther(both);
                            return fragments.render("n", TWO_MINUTES, () -> "value");
                        }));

        assertThat(results).containsExactly("value", "value");
    }

    private static void awaitOther(CountDownLatch both) {
        both.countDown();
        try {
            both.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
