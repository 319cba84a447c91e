package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.page.GivenPages.MINUTE;
import static org.cachette.page.GivenPages.POLICY;
import static org.cachette.page.GivenPages.get;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.cachette.backend.EveryOrder;
import org.cachette.backend.Together;
import org.cachette.backend.WatchedCaches;
import org.cachette.http.RequestHead;
import org.cachette.http.StoredResponse;
import org.cachette.http.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One actor stores, another deletes or stores, in every order of their operations: a deleted variant never comes back. */
final class PageEntriesInterleavingTest {

    private static final RequestHead ONE = get("/", "X-A: 1");
    private static final RequestHead TWO = get("/", "X-A: 2");
    private static final RequestHead THREE = get("/", "X-A: 3");

    private final GivenPages given = new GivenPages();
    private final EveryOrder order = new EveryOrder();
    private final WatchedCaches caches = new WatchedCaches(given.caches, order::step);
    private final PageEntries entries = new PageEntries(caches);

    @Test
    void aDeletionWhileAnotherVariantIsStored() {
        play(this::storeOne, () -> store(TWO, "Vary: X-A"), this::delete, this::assertOneIsGone);
    }

    @Test
    void aDeletionWhileAVariantWithFurtherNamesIsStored() {
        RequestHead further = get("/", "X-A: 1", "X-B: 1");

        play(this::storeOne, () -> store(further, "Vary: X-B"), this::delete, this::assertOneIsGone);
    }

    @Test
    void aDeletionWhileAPlainResponseIsStoredBesideVariants() {
        play(this::storeOne, () -> store(TWO), this::delete, this::assertOneIsGone);
    }

    @Test
    void aDeletionAndANewVariantWhileAnotherIsStored() {
        play(
                this::storeOne,
                () -> store(TWO, "Vary: X-A"),
                () -> {
                    delete();
                    store(THREE, "Vary: X-A");
                },
                this::assertOneIsGone);
    }

    @Test
    void aDeletionAndAPlainResponseWhileAVariantIsStored() {
        play(
                this::storeOne,
                () -> store(TWO, "Vary: X-A"),
                () -> {
                    delete();
                    store(THREE);
                },
                this::assertOneIsGone);
    }

    @Test
    void aDeletionAfterTwoActorsHaveStoredHoldsForBoth() {
        play(() -> {}, () -> store(ONE, "Vary: X-A"), () -> store(TWO, "Vary: X-A"), () -> {
            delete();
            store(THREE, "Vary: X-A");
            assertThat(find(ONE)).isNull();
            assertThat(find(TWO)).isNull();
            assertThat(find(THREE)).isNotNull();
        });
    }

    @Test
    void twoActorsThatStoreAtOnceNeverGiveOneTheOthersVariant() {
        play(() -> {}, () -> store(ONE, "Vary: X-A"), () -> store(TWO, "Vary: X-A"), () -> {
            for (RequestHead request : List.of(ONE, TWO)) {
                StoredResponse found = find(request);
                assertThat(found == null || found.field("X-For").equals(request.field("X-A")))
                        .isTrue();
            }
        });
    }

    @Test
    void manyThreadsThatStoreAndDeleteNeverGetAnothersVariant() throws Exception {
        AtomicInteger ids = new AtomicInteger();
        List<Integer> wrong = Together.run(8, () -> {
            int id = ids.incrementAndGet();
            RequestHead mine = get("/", "X-A: " + id);
            int mistakes = 0;
            for (int i = 0; i < 300; i++) {
                if (i % 7 == id % 7) {
                    delete();
                }
                store(mine, "Vary: X-A");
                StoredResponse found = find(mine);
                if (found != null && !found.field("X-For").equals(mine.field("X-A"))) {
                    mistakes++;
                }
            }
            return mistakes;
        });

        assertThat(wrong).containsOnly(0);
    }

    /** What was stored for it before the deletion is; a plain response stored since may be there for all. */
    private void assertOneIsGone() {
        StoredResponse found = find(ONE);
        assertThat(found == null || !found.field("X-For").equals(ONE.field("X-A")))
                .isTrue();
    }

    private void play(Runnable before, Runnable one, Runnable other, Runnable afterwards) {
        int orders = order.play(
                () -> {
                    given.cache().clear();
                    before.run();
                    return List.of(one, other);
                },
                afterwards);

        assertThat(orders).isGreaterThan(3);
    }

    private void storeOne() {
        store(ONE, "Vary: X-A");
    }

    private void store(RequestHead request, String... headers) {
        entries.store(POLICY, request, Visitor.UNKNOWN, response(request, headers), List.of(), MINUTE, "");
    }

    private StoredResponse response(RequestHead request, String... headers) {
        String value = request.field("X-A").orElse("");
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "X-For: " + value;
        return given.response("for " + value, all);
    }

    private void delete() {
        caches.getDefault().delete(PageKeys.ofUrl("", "GET", ONE.uri()));
    }

    private @Nullable StoredResponse find(RequestHead request) {
        return entries.find(POLICY, request, () -> Visitor.UNKNOWN).response();
    }
}
