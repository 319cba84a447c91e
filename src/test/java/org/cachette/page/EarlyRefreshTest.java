package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cachette.page.GivenPages.POLICY;
import static org.cachette.page.GivenPages.bytes;
import static org.cachette.page.GivenPages.fields;
import static org.cachette.page.GivenPages.get;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cachette.config.GroupSettings;
import org.cachette.config.ReuseSettings;
import org.cachette.http.Heuristic;
import org.cachette.http.RequestHead;
import org.cachette.http.ReuseRules;
import org.cachette.http.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One request of many makes a page anew before it ends. */
final class EarlyRefreshTest {

    private static final int MANY = 200_000;

    private final GivenPages given = new GivenPages();
    private double number;

    @ParameterizedTest
    @Tag("RXF-2")
    @CsvSource({"100, 100, 1", "500, 100, 1", "100, 100, 2", "300, 50, 3", "1, 1000, 1", "1000, 100, 0.5"})
    void theChanceFallsWithTheTimeThatIsLeft(long left, long cost, double beta) {
        EarlyRefresh early = new EarlyRefresh(beta, new Random(42)::nextDouble);

        long due = IntStream.range(0, MANY)
                .filter(i -> early.isDue(Duration.ofMillis(left), Duration.ofMillis(cost)))
                .count();

        assertThat((double) due / MANY).isCloseTo(Math.exp(-left / (cost * beta)), within(0.005));
    }

    @Test
    @Tag("RXF-1")
    void atTheLatestWhenItEnds() {
        EarlyRefresh never = new EarlyRefresh(1, () -> 0);

        assertThat(never.isDue(Duration.ZERO, Duration.ofMillis(1))).isTrue();
        assertThat(never.isDue(Duration.ofMillis(1), Duration.ofHours(1))).isFalse();
        assertThat(new EarlyRefresh(1, () -> Math.nextDown(1.0)).isDue(Duration.ofHours(1), Duration.ofMinutes(2)))
                .isTrue();
    }

    @Test
    @Tag("RXF-3")
    void aCostOfNothingIsNeverEarly() {
        assertThat(new EarlyRefresh(100, () -> Math.nextDown(1.0)).isDue(Duration.ofMillis(1), Duration.ZERO))
                .isFalse();
    }

    @Test
    @Tag("RXF-1")
    @Tag("RXF-3")
    void thePageIsMadeAnewByOneAndServedToTheOthers() {
        PageCache pages = pages(1);
        answer(pages, 10, "Cachette-Cost: 99999999");
        given.clock.pass(Duration.ofSeconds(50));

        number = 0.5;
        assertThat(look(pages)).isInstanceOf(PageLookup.Hit.class);
        number = 0.7;
        assertThat(look(pages)).isInstanceOf(PageLookup.Miss.class);
        answer(pages, 1);
        given.clock.pass(Duration.ofSeconds(50));
        assertThat(look(pages)).isInstanceOf(PageLookup.Hit.class);
        number = 0.99999;
        assertThat(look(pages)).isInstanceOf(PageLookup.Miss.class);
    }

    @Test
    @Tag("RXF-1")
    void whileOneMakesItAnewTheOthersDoNotWait() {
        PageCache pages = pages(1, Duration.ofMinutes(1));
        answer(pages, 10);
        given.clock.pass(Duration.ofSeconds(50));
        number = 0.7;
        Exchange leader = exchange();

        assertThat(pages.lookup(leader, POLICY)).isInstanceOf(PageLookup.Miss.class);
        assertThat(look(pages)).isInstanceOf(PageLookup.Hit.class);
        leader.abandon();
        assertThat(look(pages)).isInstanceOf(PageLookup.Miss.class);
    }

    @Test
    @Tag("RXF-1")
    void withoutTheSettingNothingIsEarlyAndNoCostIsKept() {
        PageCache off = pages(0);
        number = Math.nextDown(1.0);
        answer(off, 10);
        given.clock.pass(Duration.ofSeconds(59));

        assertThat(((PageLookup.Hit) look(off)).stored().headers()).doesNotContainKey(EarlyRefresh.COST);
    }

    @Test
    @Tag("RXF-1")
    void aPageThatIsMadeAnewEarlyStandsInForAnError() {
        PageCache pages = pages(1);
        answer(pages, 10);
        given.clock.pass(Duration.ofSeconds(55));
        number = 0.99;
        Exchange exchange = exchange();
        pages.lookup(exchange, POLICY);

        assertThat(store(pages).replacement(exchange, 503, fields(), fields())).isNotNull();
    }

    private PageCache pages(double beta) {
        return pages(beta, Duration.ZERO);
    }

    private PageCache pages(double beta, Duration longestWait) {
        return new PageCache(
                given.caches,
                given.clock,
                longestWait,
                new ReuseSettings(ReuseRules.PLAIN, Heuristic.OFF, Duration.ZERO, GroupSettings.ALL, beta),
                () -> number);
    }

    private PageStore store(PageCache pages) {
        return new PageStore(pages, given.clock, false, 1000, false);
    }

    private static Exchange exchange() {
        Exchange exchange = new Exchange("GET");
        exchange.matched(
                new RequestHead("GET", get("/").uri(), new TreeMap<>(Map.of())), null, null, () -> Visitor.UNKNOWN);
        return exchange;
    }

    private PageLookup look(PageCache pages) {
        return pages.lookup(exchange(), POLICY);
    }

    private void answer(PageCache pages, int seconds, String... headers) {
        Exchange exchange = exchange();
        pages.lookup(exchange, POLICY);
        given.clock.pass(Duration.ofSeconds(seconds));
        exchange.methodGave(fields(headers));
        Completion done = store(pages).complete(exchange, 200, fields(headers), fields(headers), bytes("page"));
        assertThat(done.headers()).doesNotContainKey(EarlyRefresh.COST);
    }
}
