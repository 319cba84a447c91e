package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.page.GivenPages.POLICY;
import static org.cachette.page.GivenPages.get;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cachette.http.RequestHead;
import org.cachette.http.StoredResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages in groups, and the marks that say when a group was invalidated. */
final class PageGroupsTest {

    private static final RequestHead PAGE = get("/");
    private static final PageRegion REGION = POLICY.region();

    private final GivenPages given = new GivenPages();
    private final PageGroups groups = new PageGroups(given.caches);

    @Test
    @Tag("R9875-2")
    void aPageIsRightUntilOneOfItsGroupsGoes() {
        String many = IntStream.range(0, 64)
                .mapToObj(i -> "\"" + "g".repeat(40) + i + "\"")
                .collect(Collectors.joining(", "));
        StoredResponse page = given.response("page", "Cache-Groups: " + many);
        assertThat(note(page)).isTrue();
        assertThat(isRight(page)).isTrue();
        groups.invalidate("g".repeat(40) + "64", given.clock.instant(), REGION, PAGE.uri());
        assertThat(isRight(page)).isTrue();
        groups.invalidate("g".repeat(40) + "63", given.clock.instant(), REGION, PAGE.uri());
        assertThat(isRight(page)).isFalse();
    }

    @Test
    void aPageThatWasBegunBeforeAnInvalidationIsNotStoredAfterIt() {
        StoredResponse page = given.response("page", "Cache-Groups: \"a\"");
        groups.invalidate("a", given.clock.instant(), REGION, PAGE.uri());
        given.clock.pass(Duration.ofSeconds(1));

        assertThat(note(page)).isFalse();
        assertThat(note(given.response("page", "Cache-Groups: \"a\""))).isTrue();
    }

    @Test
    void aLostMarkCostsThePageAndBringsNoOldOneBack() {
        StoredResponse old = given.response("old", "Cache-Groups: \"a\"");
        note(old);
        given.clock.pass(Duration.ofSeconds(1));
        groups.invalidate("a", given.clock.instant(), REGION, PAGE.uri());
        given.cache().clear();

        assertThat(isRight(old)).isFalse();
        given.clock.pass(Duration.ofSeconds(1));
        note(given.response("new", "Cache-Groups: \"a\""));
        assertThat(isRight(old)).isFalse();
    }

    @Test
    void aPageInTooManyGroupsIsNotKept() {
        String many = IntStream.range(0, 129).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(", "));

        assertThat(note(given.response("page", "Cache-Groups: " + many))).isFalse();
    }

    private boolean note(StoredResponse page) {
        return groups.note(page, page.storedAt(), REGION, PAGE.uri());
    }

    private boolean isRight(StoredResponse page) {
        return groups.right(new PageEntries.Found("url", "url", "", page, Set.of()), REGION, PAGE.uri())
                        .response()
                != null;
    }
}
