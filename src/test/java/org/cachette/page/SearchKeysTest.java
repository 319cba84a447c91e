package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.page.GivenPages.MINUTE;
import static org.cachette.page.GivenPages.POLICY;
import static org.cachette.page.GivenPages.get;

import java.util.List;
import org.cachette.http.NoVarySearch;
import org.cachette.http.StoredResponse;
import org.cachette.http.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages that say on what of the query they do not depend. */
final class SearchKeysTest {

    private static final String IGNORES_X = "No-Vary-Search: params=(\"x\")";
    private static final String IGNORES_Y = "No-Vary-Search: params=(\"y\")";

    private final GivenPages given = new GivenPages();
    private final PageEntries entries = new PageEntries(given.caches);

    @Test
    @Tag("RNVS-4")
    void aPageIsFoundByAllUrlsThatItCallsTheSame() {
        store("/p?a=1&x=1", IGNORES_X);

        assertThat(find("/p?a=1&x=2")).isNotNull();
        assertThat(find("/p?a=1")).isNotNull();
        assertThat(find("/p?a=2&x=1")).isNull();
        assertThat(find("/q?a=1&x=1")).isNull();
    }

    @Test
    void aPageOfTheUrlItselfComesFirstUntilItsNextWord() {
        StoredResponse exact = store("/p?x=1");
        store("/p?x=2", IGNORES_X);
        assertThat(find("/p?x=1")).isEqualTo(exact);

        StoredResponse now = store("/p?x=1", IGNORES_X);
        assertThat(find("/p?x=1")).isEqualTo(now);
        assertThat(find("/p?x=3")).isEqualTo(now);
    }

    @Test
    @Tag("RNVS-10")
    void whatWasStoredUnderAnotherWordIsGoneForGood() {
        store("/p?x=1", IGNORES_X);
        store("/p?y=1", IGNORES_Y);
        store("/p?x=1&y=2", IGNORES_X);

        assertThat(find("/p")).isNull();
        assertThat(find("/p?y=2")).isNotNull();
    }

    @Test
    @Tag("RNVS-11")
    void deletingAUrlDropsThePageThatItShares() {
        store("/p?a=1&x=1", IGNORES_X);

        assertThat(entries.delete(POLICY.region(), get("/p?x=7&a=1").uri())).isTrue();
        assertThat(find("/p?a=1&x=1")).isNull();
    }

    @Test
    void aQueryThatSomeServersSplitOtherwiseIsNoneOfTheSame() {
        StoredResponse cloaked = store("/p?a=1&x=1;a=2", IGNORES_X);

        assertThat(find("/p?a=1&x=1;a=2")).isEqualTo(cloaked);
        assertThat(find("/p?a=1")).isNull();
        assertThat(find("/p?a=1&x=1")).isNull();
    }

    @Test
    void variantsStayApart() {
        entries.store(
                POLICY,
                get("/p?x=1", "X-A: 1"),
                Visitor.UNKNOWN,
                given.response("one", "Vary: X-A", IGNORES_X),
                List.of(),
                MINUTE,
                "");

        assertThat(entries.find(POLICY, get("/p?x=2", "X-A: 1"), () -> Visitor.UNKNOWN)
                        .response())
                .isNotNull();
        assertThat(entries.find(POLICY, get("/p?x=2", "X-A: 2"), () -> Visitor.UNKNOWN)
                        .response())
                .isNull();
    }

    @Test
    void theIndexIsReadAsWritten() {
        SearchIndex index = SearchIndex.begin(
                NoVarySearch.only(List.of("a b", "\u00e4", "c,d\"")).inAnyOrder());

        assertThat(SearchIndex.parse(index.toString())).contains(index);
        assertThat(SearchIndex.parse("vary 1 a")).isEmpty();
        assertThat(SearchIndex.parse("search  x")).isEmpty();
        assertThat(index.saying(index.rule())).isSameAs(index);
        assertThat(index.saying(NoVarySearch.only(List.of())).generation()).isNotEqualTo(index.generation());
    }

    private StoredResponse store(String path, String... headers) {
        StoredResponse response = given.response(path, headers);
        entries.store(POLICY, get(path), Visitor.UNKNOWN, response, List.of(), MINUTE, "");
        return response;
    }

    private @Nullable StoredResponse find(String path) {
        return entries.find(POLICY, get(path), () -> Visitor.UNKNOWN).response();
    }
}
