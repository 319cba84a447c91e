package org.cachette.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.cachette.Cache;
import org.cachette.annotation.Invalidates;
import org.cachette.backend.Configs;
import org.cachette.backend.ManualClock;
import org.cachette.config.Settings;
import org.cachette.fragment.FragmentCache;
import org.cachette.named.NamedCaches;
import org.cachette.page.CachedPages;
import org.cachette.page.PageCache;
import org.cachette.page.PageInvalidation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a change drops: after all that it is part of. */
final class ChangeTest {

    private final ManualClock clock = new ManualClock();
    private final NamedCaches caches = new NamedCaches(Settings.read(Configs.of()), clock);
    private final Cache cache = caches.getDefault();
    private final Ledger ledger = new Ledger(() -> {});
    private final PendingChanges pending = new PendingChanges(ledger);
    private final Invalidations invalidations = new Invalidations(
            new ValueCache(caches, caches.computations(), pending, () -> null),
            new FragmentCache(caches, caches.computations(), clock, () -> null, () -> null, pending),
            new CachedPages(new PageInvalidation(new PageCache(caches, clock, Duration.ZERO), Set.of()), () -> null),
            pending,
            ledger);
    private final CompletableFuture<String> stage = new CompletableFuture<>();

    private Change begun() throws NoSuchMethodException {
        return invalidations.begin(InvalidatingMethod.of(ChangeTest.class.getDeclaredMethod("change")), null);
    }

    @Invalidates(key = "key")
    void change() {}

    @BeforeEach
    void keepAnOldValue() {
        cache.set("key", "old");
    }

    private boolean isDropped() {
        return !cache.hasKey("key");
    }

    private CompletionStage<?> left(Change change) {
        return (CompletionStage<?>) Objects.requireNonNull(change.leave(stage, true));
    }

    @Test
    void aStageInATransactionDropsWhenBothHaveEnded() throws Exception {
        ledger.begin();
        Change change = begun();
        change.reachMethod();
        change.returned(null);
        CompletionStage<?> result = left(change);

        ledger.commit();
        assertThat(isDropped()).isFalse();
        stage.complete("done");
        assertThat(isDropped()).isTrue();
        assertThat(result.toCompletableFuture().join()).isEqualTo("done");
    }

    @Test
    void aStageThatIsDoneBeforeTheCommitWaitsForIt() throws Exception {
        ledger.begin();
        Change change = begun();
        change.reachMethod();
        change.returned(null);
        left(change);

        stage.complete("done");
        assertThat(isDropped()).isFalse();
        ledger.commit();
        assertThat(isDropped()).isTrue();
    }

    @Test
    void whatWasRolledBackAndTriedAgainDrops() throws Exception {
        Change change = begun();
        ledger.begin();
        change.reachMethod();
        ledger.rollBack();
        ledger.begin();
        change.reachMethod();
        change.returned(null);
        ledger.commit();
        assertThat(isDropped()).isFalse();
        change.leave("result", true);

        assertThat(isDropped()).isTrue();
    }

    @Test
    void whatWasRolledBackForGoodDoesNot() throws Exception {
        Change change = begun();
        ledger.begin();
        change.reachMethod();
        change.returned(null);
        ledger.rollBack();
        change.leave("result", true);

        assertThat(isDropped()).isFalse();
    }

    @Test
    void whatATransactionReadsThatWillBeRolledBackIsNobodyElses() {
        ledger.begin();
        assertThat(pending.contains("default", "key")).isFalse();

        ledger.doom();

        assertThat(pending.contains("default", "key")).isTrue();
        ledger.rollBack();
        assertThat(pending.contains("default", "key")).isFalse();
    }

    @Test
    void theFailureOfAStageIsTheVeryOneThatItHad() throws Exception {
        Change change = begun();
        change.reachMethod();
        change.returned(null);
        AtomicReference<Throwable> seen = new AtomicReference<>();
        left(change).whenComplete((value, failure) -> seen.set(failure));
        IllegalStateException thrown = new IllegalStateException("no");

        stage.completeExceptionally(thrown);

        assertThat(seen).hasValue(thrown);
        assertThat(isDropped()).isFalse();
    }
}
