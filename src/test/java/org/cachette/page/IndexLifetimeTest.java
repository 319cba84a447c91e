package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.page.GivenPages.get;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cachette.http.RequestHead;
import org.cachette.http.Visitor;
import org.junit.jupiter.api.Test;

/** How long an index is kept where the responses' own headers say how long a page is. */
final class IndexLifetimeTest {

    private static final PagePolicy BY_OWN_HEADERS =
            new PagePolicy(Optional.empty(), "default", "", List.of(), List.of());
    private static final RequestHead REQUEST = get("/search?q=1", "X-A: 1");

    private final GivenPages given = new GivenPages();
    private final PageEntries entries = new PageEntries(given.caches);

    @Test
    void anIndexOfVariantsEndsADayAfterTheLastShortOne() {
        store(Duration.ofSeconds(1), "Vary: X-A");
        given.clock.pass(Duration.ofHours(23));

        assertThat(hasIndexOfVariants()).isTrue();
        given.clock.pass(Duration.ofHours(2));
        assertThat(hasIndexOfVariants()).isFalse();
    }

    @Test
    void anIndexOfVariantsLastsAsLongAsALongOne() {
        store(Duration.ofDays(3), "Vary: X-A");
        given.clock.pass(Duration.ofDays(2));

        assertThat(hasIndexOfVariants()).isTrue();
        given.clock.pass(Duration.ofDays(2));
        assertThat(hasIndexOfVariants()).isFalse();
    }

    @Test
    void anIndexOfQueriesEndsADayAfterTheLastShortPage() {
        store(Duration.ofSeconds(1), "No-Vary-Search: params=(\"utm\")");
        given.clock.pass(Duration.ofHours(23));

        assertThat(hasIndexOfQueries()).isTrue();
        given.clock.pass(Duration.ofHours(2));
        assertThat(hasIndexOfQueries()).isFalse();
    }

    private void store(Duration kept, String field) {
        entries.store(
                BY_OWN_HEADERS,
                REQUEST,
                Visitor.UNKNOWN,
                given.response("one", field, "Cache-Control: max-age=1"),
                List.of(),
                kept,
                "");
    }

    private boolean hasIndexOfVariants() {
        return given.cache().hasKey(PageKeys.ofUrl("", "GET", REQUEST.uri()));
    }

    private boolean hasIndexOfQueries() {
        return given.cache().hasKey(PageKeys.ofSearchIndex("", "GET", REQUEST.uri()));
    }
}
