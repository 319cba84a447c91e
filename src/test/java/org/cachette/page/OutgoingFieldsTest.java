package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.page.GivenPages.bytes;
import static org.cachette.page.GivenPages.fields;
import static org.cachette.page.GivenPages.get;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cachette.Timeout;
import org.cachette.config.GroupSettings;
import org.cachette.config.ReuseSettings;
import org.cachette.http.EffectiveControl;
import org.cachette.http.Heuristic;
import org.cachette.http.QueryRule;
import org.cachette.http.ReuseRules;
import org.cachette.http.StoredResponse;
import org.cachette.http.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is put on pages on their way out, and what stays here. */
final class OutgoingFieldsTest {

    private final GivenPages given = new GivenPages();
    private PagePolicy policy = policy("", List.of());
    private List<String> targets = List.of(EffectiveControl.OWN);
    private GroupSettings groups = GroupSettings.ALL;

    private static PagePolicy policy(String noVarySearch, List<String> groups) {
        return new PagePolicy(
                Optional.of(Timeout.ofSeconds(60)),
                "default",
                "",
                List.of(),
                List.of(),
                new KeyPolicy(QueryRule.WHOLE, List.of(), noVarySearch),
                groups);
    }

    @Test
    @Tag("R9213-12")
    void whatIsSaidToThisCacheAloneIsKeptAndNotSentOn() {
        assertThat(sent("cachette-cache-control: max-age=5", "CDN-Cache-Control: max-age=9"))
                .doesNotContainKey("Cachette-Cache-Control")
                .containsEntry("CDN-Cache-Control", List.of("max-age=9"));
        assertThat(stored().lines("Cachette-Cache-Control")).containsExactly("max-age=5");
        assertThat(sent("Cachette-Cache-Control: no-store")).doesNotContainKey("Cachette-Cache-Control");
    }

    @Test
    @Tag("R9213-5")
    void aFieldThatIsNotObeyedIsNotOurs() {
        targets = List.of();

        assertThat(sent("Cachette-Cache-Control: max-age=5")).containsKey("Cachette-Cache-Control");
    }

    @Test
    @Tag("RNVS-12")
    void whatMattersOfTheQueryIsToldUnlessThePageSaysSoItself() {
        policy = policy("params=(\"utm\")", List.of());

        assertThat(sent()).containsEntry("No-Vary-Search", List.of("params=(\"utm\")"));
        assertThat(stored().headers()).doesNotContainKey("No-Vary-Search");
        assertThat(sent("No-Vary-Search: params=()")).containsEntry("No-Vary-Search", List.of("params=()"));
        assertThat(sent("Cache-Control: private")).doesNotContainKey("No-Vary-Search");
    }

    @Test
    @Tag("R9875-8")
    void groupsAreToldBesideThoseOfThePage() {
        policy = policy("", List.of("news", "a \"b\""));

        assertThat(sent("Cache-Groups: \"own\", \"news\""))
                .containsEntry("Cache-Groups", List.of("\"own\", \"news\", \"a \\\"b\\\"\""));
        assertThat(stored().lines("Cache-Groups")).hasSize(1);
    }

    @Test
    @Tag("R9875-8")
    void groupsThatAreTooManyAreLeftOutAndThePageIsNotStored() {
        policy = policy("", List.of("x".repeat(5000)));

        assertThat(sent("Cache-Groups: \"own\"")).doesNotContainKey("Cache-Groups");
        assertThat(find()).isNull();
    }

    @Test
    @Tag("R9875-9")
    void groupsThatDoNotCountAreNotSentOn() {
        groups = new GroupSettings(false, false);
        policy = policy("", List.of("news"));

        assertThat(sent("Cache-Group-Invalidation: \"a\"", "Cache-Groups: \"own\""))
                .doesNotContainKeys("Cache-Groups", "Cache-Group-Invalidation");
        assertThat(find()).isNotNull();
    }

    private Map<String, List<String>> sent(String... headers) {
        PageCache pages = new PageCache(
                given.caches,
                given.clock,
                Duration.ZERO,
                new ReuseSettings(ReuseRules.PLAIN.withTargets(targets), Heuristic.OFF, Duration.ZERO, groups, 0));
        PageStore store = new PageStore(pages, given.clock, false, 1000, false);
        given.cache().clear();
        Exchange exchange = new Exchange("GET");
        exchange.matched(get("/"), null, null, () -> Visitor.UNKNOWN);
        pages.lookup(exchange, policy);
        exchange.methodGave(fields(headers));
        Map<String, List<String>> fields = store.hold(exchange, 200, fields(headers));
        return store.complete(exchange, 200, fields, fields, bytes("page")).headers();
    }

    private StoredResponse stored() {
        return Objects.requireNonNull(find());
    }

    private @Nullable StoredResponse find() {
        return new PageEntries(given.caches)
                .find(policy, get("/"), () -> Visitor.UNKNOWN)
                .response();
    }
}
