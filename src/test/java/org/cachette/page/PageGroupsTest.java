package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.page.GivenPages.POLICY;
import static org.cachette.page.GivenPages.get;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cachette.config.GroupSettings;
import org.cachette.http.RequestHead;
import org.cachette.http.StoredResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages in groups, and the marks that say when a group was invalidated. */
final class PageGroupsTest {

    private static final RequestHead PAGE = get("/");
    private static final PageRegion REGION = POLICY.region();

    private final GivenPages given = new GivenPages();
    private final PageGroups groups = new PageGroups(given.caches, GroupSettings.ALL);

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
    @Tag("R9875-3")
    void aGroupGoesByEachSpellingOfItsOrigin() {
        StoredResponse page = given.response("page", "Cache-Groups: \"a\"");
        note(page);
        groups.invalidate("a", given.clock.instant(), REGION, URI.create("HTTP://EXAMPLE.com:80/x"));

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

    @Test
    @Tag("R9875-4")
    @Tag("R9875-5")
    void aPageThatIsDroppedOnPurposeTakesItsGroupsAlongAndTheyTakeNoOthers() {
        StoredResponse page = given.response("page", "Cache-Groups: \"a\"");
        StoredResponse variant = given.response("variant", "Cache-Groups: \"b\"");
        StoredResponse both = given.response("both", "Cache-Groups: \"b\", \"c\"");
        StoredResponse distant = given.response("distant", "Cache-Groups: \"c\"");
        note(page);
        note(variant);
        for (StoredResponse other : List.of(both, distant)) {
            groups.note(other, other.storedAt(), REGION, get("/other").uri(), Duration.ofMinutes(1));
        }
        groups.invalidateWith(given.clock.instant(), REGION, PAGE.uri());

        assertThat(isRight(page)).isFalse();
        assertThat(isRight(both)).isFalse();
        assertThat(isRight(distant)).isTrue();
    }

    @Test
    @Tag("R9875-4")
    void thatCanBeSwitchedOff() {
        StoredResponse page = given.response("page", "Cache-Groups: \"a\"");
        PageGroups alone = new PageGroups(given.caches, new GroupSettings(true, false));
        alone.note(page, page.storedAt(), REGION, PAGE.uri(), Duration.ofMinutes(1));
        alone.invalidateWith(given.clock.instant(), REGION, PAGE.uri());

        assertThat(isRight(page)).isTrue();
    }

    @Test
    @Tag("R9875-9")
    void groupsThatDoNotCountDropNothing() {
        StoredResponse page = given.response("page", "Cache-Groups: \"a\"");
        PageGroups off = new PageGroups(given.caches, new GroupSettings(false, true));
        off.note(page, page.storedAt(), REGION, PAGE.uri(), Duration.ofMinutes(1));
        off.invalidate("a", given.clock.instant(), REGION, PAGE.uri());
        PageEntries.Found found = new PageEntries.Found("url", "url", "", page, List.of());

        assertThat(off.right(found, REGION, PAGE.uri())).isSameAs(found);
        given.clock.pass(Duration.ofSeconds(1));
        assertThat(note(given.response("page", "Cache-Groups: \"a\""))).isTrue();
    }

    private boolean note(StoredResponse page) {
        return groups.note(page, page.storedAt(), REGION, PAGE.uri(), Duration.ofMinutes(1));
    }

    private boolean isRight(StoredResponse page) {
        return groups.right(new PageEntries.Found("url", "url", "", page, List.of()), REGION, PAGE.uri())
                        .response()
                != null;
    }
}
