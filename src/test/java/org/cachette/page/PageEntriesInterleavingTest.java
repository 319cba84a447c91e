package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.page.GivenPages.MINUTE;
import static org.cachette.page.GivenPages.POLICY;
import static org.cachette.page.GivenPages.get;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.cachette.backend.Together;
import org.cachette.http.RequestHead;
import org.cachette.http.StoredResponse;
import org.cachette.http.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One actor stores, another deletes or stores between two of its operations: a deleted variant never comes back. */
final class PageEntriesInterleavingTest {

    private static final RequestHead ONE = get("/", "X-A: 1");
    private static final RequestHead TWO = get("/", "X-A: 2");
    private static final RequestHead THREE = get("/", "X-A: 3");

    private final GivenPages given = new GivenPages();
    private final PageEntries entries = new PageEntries(given.caches);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aDeletionWhileAnotherVariantIsStored(int before) {
        store(ONE, "Vary: X-A");

        storeInterrupted(TWO, before, this::delete, "Vary: X-A");

        assertOneIsGone();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aDeletionWhileAVariantWithFurtherNamesIsStored(int before) {
        store(ONE, "Vary: X-A");

        storeInterrupted(get("/", "X-A: 1", "X-B: 1"), before, this::delete, "Vary: X-B");

        assertOneIsGone();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aDeletionWhileAPlainResponseIsStoredBesideVariants(int before) {
        store(ONE, "Vary: X-A");

        storeInterrupted(TWO, before, this::delete);

        assertOneIsGone();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aDeletionAndANewVariantWhileAnotherIsStored(int before) {
        store(ONE, "Vary: X-A");

        storeInterrupted(TWO, before, () -> {
            delete();
            store(THREE, "Vary: X-A");
        });

        assertOneIsGone();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aDeletionAndAPlainResponseWhileAVariantIsStored(int before) {
        store(ONE, "Vary: X-A");

        storeInterrupted(TWO, before, () -> {
            delete();
            store(THREE);
        });

        assertOneIsGone();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aDeletionAfterAnotherActorsStoreHoldsForBoth(int before) {
        storeInterrupted(ONE, before, () -> store(TWO, "Vary: X-A"), "Vary: X-A");

        delete();
        store(THREE, "Vary: X-A");

        assertThat(find(ONE)).isNull();
        assertThat(find(TWO)).isNull();
        assertThat(find(THREE)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void twoActorsThatStoreAtOnceNeverGiveOneTheOthersVariant(int before) {
        storeInterrupted(ONE, before, () -> store(TWO, "Vary: X-A"), "Vary: X-A");

        for (RequestHead request : List.of(ONE, TWO)) {
            StoredResponse found = find(request);
            assertThat(found == null || found.field("X-For").equals(request.field("X-A")))
                    .isTrue();
        }
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

    private void storeInterrupted(RequestHead request, int before, Runnable other, String... headers) {
        InterruptedCaches caches = new InterruptedCaches(given.caches, before, other);
        new PageEntries(caches)
                .store(POLICY, request, Visitor.UNKNOWN, response(request, headers), List.of(), MINUTE, "");
        if (!caches.hasInterrupted()) {
            other.run();
        }
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
        given.cache().delete(PageKeys.ofUrl("", "GET", ONE.uri()));
    }

    private @Nullable StoredResponse find(RequestHead request) {
        return entries.find(POLICY, request, Visitor.UNKNOWN).response();
    }
}
