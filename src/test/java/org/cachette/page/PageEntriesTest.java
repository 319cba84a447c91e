package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cachette.page.GivenPages.ALICE;
import static org.cachette.page.GivenPages.BOB;
import static org.cachette.page.GivenPages.MINUTE;
import static org.cachette.page.GivenPages.POLICY;
import static org.cachette.page.GivenPages.get;
import static org.cachette.page.GivenPages.request;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cachette.CacheConfigurationException;
import org.cachette.Timeout;
import org.cachette.http.RequestHead;
import org.cachette.http.StoredResponse;
import org.cachette.http.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages in a cache, on two levels. */
final class PageEntriesTest {

    private final GivenPages given = new GivenPages();
    private final PageEntries entries = new PageEntries(given.caches);

    @Test
    @Tag("DJ-PKEY-16")
    void nothingIsFoundBeforeSomethingIsStored() {
        assertThat(find(get("/"))).isNull();
    }

    @Test
    void aResponseWithoutVaryIsTheEntryOfItsUrl() {
        StoredResponse page = given.response("page");
        store(get("/"), page);

        assertThat(given.cache().get(urlKey(POLICY, "/"))).contains(page);
        assertThat(find(get("/", "X-A: any"))).isEqualTo(page);
    }

    @Test
    @Tag("DJ-PKEY-01")
    void varyIsLearned() {
        store(get("/", "X-A: 1"), given.response("one", "Vary: X-A"));
        store(get("/", "X-A: 2"), given.response("two", "Vary: X-A"));

        assertThat(body(get("/", "X-A: 1"))).isEqualTo("one");
        assertThat(body(get("/", "X-A: 2"))).isEqualTo("two");
        assertThat(find(get("/", "X-A: 3"))).isNull();
        assertThat(find(get("/"))).isNull();
    }

    @Test
    void theFieldsThatAServerNegotiatesByKeepVariantsApartWithoutVary() {
        PagePolicy negotiated =
                new PagePolicy(Optional.of(Timeout.of(MINUTE)), "default", "", List.of(), List.of("accept"));
        RequestHead html = get("/", "Accept: text/html");
        entries.store(negotiated, html, Visitor.UNKNOWN, given.response("html"), List.of(), MINUTE, "");

        assertThat(entries.find(negotiated, html, () -> Visitor.UNKNOWN).response())
                .isNotNull();
        assertThat(entries.find(negotiated, get("/", "Accept: text/css"), () -> Visitor.UNKNOWN)
                        .response())
                .isNull();
    }

    @Test
    void deletingTheEntryOfTheUrlMakesAllVariantsUnreachable() {
        store(get("/", "X-A: 1"), given.response("one", "Vary: X-A"));
        store(get("/", "X-A: 2"), given.response("two", "Vary: X-A"));

        given.cache().delete(urlKey(POLICY, "/"));

        assertThat(find(get("/", "X-A: 1"))).isNull();
        assertThat(find(get("/", "X-A: 2"))).isNull();
    }

    @Test
    void whatWasDeletedStaysUnreachableWhenAnotherVariantIsStored() {
        store(get("/", "X-A: 1"), given.response("one", "Vary: X-A"));
        given.cache().delete(urlKey(POLICY, "/"));

        store(get("/", "X-A: 2"), given.response("two", "Vary: X-A"));

        assertThat(find(get("/", "X-A: 1"))).isNull();
        assertThat(body(get("/", "X-A: 2"))).isEqualTo("two");
    }

    @Test
    void aFurtherVariantReusesTheGeneration() {
        store(get("/", "X-A: 1"), given.response("one", "Vary: X-A"));
        Object index = given.cache().get(urlKey(POLICY, "/")).orElseThrow();

        store(get("/", "X-A: 2"), given.response("two", "Vary: X-A"));

        assertThat(given.cache().get(urlKey(POLICY, "/"))).contains(index);
    }

    @Test
    @Tag("DJ-PKEY-21")
    void aResponseWithAFurtherVaryNameBeginsANewGeneration() {
        store(get("/", "X-A: 1"), given.response("by a", "Vary: X-A"));
        store(get("/", "X-B: 1"), given.response("by b", "Vary: X-B"));

        assertThat(find(get("/", "X-A: 1"))).isNull();
        assertThat(body(get("/", "X-B: 1"))).isEqualTo("by b");
        assertThat(find(get("/", "X-A: 1", "X-B: 1"))).isNull();
    }

    @Test
    @Tag("DJ-PKEY-18")
    void aResponseWithoutVaryBecomesAVariantWhereOthersVary() {
        store(get("/", "X-A: 1"), given.response("varying", "Vary: X-A"));
        store(get("/"), given.response("plain"));

        assertThat(body(get("/"))).isEqualTo("plain");
        assertThat(body(get("/", "X-A: 1"))).isEqualTo("varying");
        assertThat(find(get("/", "X-A: 2"))).isNull();
    }

    @Test
    void aVaryingResponseTakesThePlaceOfAPlainOne() {
        store(get("/"), given.response("plain"));
        store(get("/", "X-A: 1"), given.response("varying", "Vary: X-A"));

        assertThat(body(get("/", "X-A: 1"))).isEqualTo("varying");
        assertThat(find(get("/"))).isNull();
    }

    @Test
    void storingAVariantKeepsTheIndexAliveForItsLife() {
        store(get("/", "X-A: 1"), given.response("one", "Vary: X-A"));
        given.clock.pass(Duration.ofSeconds(50));
        store(get("/", "X-A: 2"), given.response("two", "Vary: X-A"));
        given.clock.pass(Duration.ofSeconds(50));

        assertThat(body(get("/", "X-A: 2"))).isEqualTo("two");
        assertThat(find(get("/", "X-A: 1"))).isNull();
    }

    @Test
    @Tag("DJ-HIT-01")
    @Tag("DJ-HIT-02")
    void aHeadFindsTheResponseToAGet() {
        store(get("/"), given.response("page"));

        assertThat(find(request("HEAD", "/"))).isNotNull();
    }

    @Test
    @Tag("DJ-HIT-03")
    @Tag("R9111-21")
    void aGetDoesNotFindTheResponseToAHead() {
        store(request("HEAD", "/"), given.response(""));

        assertThat(find(request("HEAD", "/"))).isNotNull();
        assertThat(find(get("/"))).isNull();
    }

    @Test
    @Tag("DJ-VIEW-05")
    @Tag("DJ-HIT-10")
    void anotherPrefixIsAnotherEntryAndAnotherTimeoutIsNot() {
        store(get("/"), given.response("page"));

        assertThat(entries.find(new PagePolicy(Timeout.of(MINUTE), "default", "site1"), get("/"), () -> Visitor.UNKNOWN)
                        .response())
                .isNull();
        assertThat(entries.find(new PagePolicy(Timeout.FOREVER, "default", ""), get("/"), () -> Visitor.UNKNOWN)
                        .response())
                .isNotNull();
    }

    @Test
    void usersWithTheSameCookieDoNotFindEachOthersPages() {
        RequestHead request = get("/", "Cookie: theme=dark");
        entries.store(POLICY, request, ALICE, given.response("alice's", "Vary: Cookie"), List.of(), MINUTE, "");

        assertThat(entries.find(POLICY, request, () -> ALICE).response()).isNotNull();
        assertThat(entries.find(POLICY, request, () -> BOB).response()).isNull();
        assertThat(entries.find(POLICY, request, () -> Visitor.UNKNOWN).response())
                .isNull();
    }

    @Test
    @Tag("DJ-HIT-04")
    void anIndexWhoseVariantIsGoneIsAMiss() {
        store(get("/", "X-A: 1"), given.response("one", "Vary: X-A"));
        Object index = given.cache().get(urlKey(POLICY, "/")).orElseThrow();
        given.cache().clear();
        given.cache().set(urlKey(POLICY, "/"), index);

        assertThat(find(get("/", "X-A: 1"))).isNull();
    }

    @Test
    void whatSomebodyElsePutUnderAPagesKeyIsAMissAndIsReplaced() {
        for (Object foreign : List.of("text", 7L, "vary  ", List.of("a"))) {
            given.cache().set(urlKey(POLICY, "/"), foreign);
            assertThat(find(get("/"))).isNull();
            store(get("/"), given.response("page"));
            assertThat(body(get("/"))).isEqualTo("page");
        }
    }

    @Test
    void aCacheThatIsNotConfiguredIsAnErrorThatNamesIt() {
        PagePolicy unknown = new PagePolicy(Timeout.of(MINUTE), "nowhere", "");

        assertThatThrownBy(() ->
                        entries.find(unknown, get("/"), () -> Visitor.UNKNOWN).response())
                .isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining("nowhere");
    }

    private void store(RequestHead request, StoredResponse response) {
        entries.store(POLICY, request, Visitor.UNKNOWN, response, List.of(), MINUTE, "");
    }

    private @Nullable StoredResponse find(RequestHead request) {
        return entries.find(POLICY, request, () -> Visitor.UNKNOWN).response();
    }

    private String body(RequestHead request) {
        StoredResponse found = find(request);
        return found == null ? "nothing" : new String(found.body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String urlKey(PagePolicy policy, String path) {
        return PageKeys.ofUrl(policy.keyPrefix(), "GET", get(path).uri());
    }
}
