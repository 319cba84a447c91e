package org.cachette.fragment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cachette.fragment.GivenFragments.PRIVATE;
import static org.cachette.fragment.GivenFragments.TWO_MINUTES;
import static org.cachette.fragment.GivenFragments.never;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cachette.Timeout;
import org.cachette.http.CacheDirectives;
import org.cachette.page.Declarations;
import org.cachette.page.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said while a fragment is rendered holds for each page it stands in. */
final class DeclaringFragmentsTest {

    private final GivenFragments given = new GivenFragments();

    @Test
    void itIsSaidOfThePageThatRendersItAndOfTheOneThatGetsIt() {
        Exchange first = given.begin();
        given.fragments.render("n", TWO_MINUTES, saying(first, said -> {
            said.varyOnCookie("member");
            said.cacheControl(PRIVATE);
        }));
        Exchange second = given.begin();
        given.fragments.render("n", TWO_MINUTES, never());

        assertThat(given.headers(first))
                .isEqualTo(Map.of("Vary", List.of("Cookie"), "Cache-Control", List.of("private")))
                .isEqualTo(given.headers(second));
    }

    @Test
    void neverIsNeverForEachPage() {
        given.fragments.render("n", TWO_MINUTES, saying(given.begin(), Declarations::neverCache));
        Exchange second = given.begin();
        given.fragments.render("n", TWO_MINUTES, never());

        assertThat(given.headers(second).get("Cache-Control"))
                .containsExactly("max-age=0, no-cache, no-store, must-revalidate, private");
    }

    @Test
    void aPageThatSaysPublicDoesNotLiftTheRestrictionOfAPiece() {
        Exchange exchange = given.begin();
        CacheDirectives isPublic = CacheDirectives.builder().isPublic().build();
        given.fragments.render("private", TWO_MINUTES, saying(exchange, said -> said.cacheControl(PRIVATE)));
        given.fragments.render("public", TWO_MINUTES, saying(exchange, said -> said.cacheControl(isPublic)));
        exchange.declare(said -> said.cacheControl(isPublic));

        assertThat(given.headers(exchange).get("Cache-Control")).containsExactly("private");
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "s-maxage=60", "must-revalidate", "immutable", "stale-while-revalidate=60"})
    void aPieceCannotSayThatThePageMayBeShared(String directive) {
        Exchange exchange = given.begin();
        given.fragments.render(
                "n", TWO_MINUTES, saying(exchange, said -> said.cacheControl(CacheDirectives.parse(directive))));

        assertThat(given.headers(exchange)).doesNotContainKey("Cache-Control");
    }

    @Test
    void theSmallestMaxAgeCounts() {
        Exchange exchange = given.begin();
        for (int seconds : List.of(30, 10, 20)) {
            given.fragments.render("n", TWO_MINUTES, saying(exchange, maxAge(seconds)), seconds);
        }

        assertThat(given.headers(exchange).get("Cache-Control")).containsExactly("max-age=10");
    }

    @Test
    void whatAnInnerOneSaysBelongsToTheOuterOneToo() {
        Exchange first = given.begin();
        Supplier<String> inner =
                () -> given.fragments.render("inner", TWO_MINUTES, saying(first, said -> said.cacheControl(PRIVATE)));
        given.fragments.render("outer", TWO_MINUTES, inner);
        given.fragments.invalidate("inner");
        Exchange second = given.begin();
        given.fragments.render("outer", TWO_MINUTES, never());

        assertThat(given.headers(second).get("Cache-Control")).containsExactly("private");
    }

    @Test
    void whatAnInnerHitSaysBelongsToTheOuterOneToo() {
        given.fragments.render("inner", TWO_MINUTES, saying(given.begin(), said -> said.cacheControl(PRIVATE)));
        given.end();
        given.fragments.render("outer", TWO_MINUTES, () -> given.fragments.render("inner", TWO_MINUTES, never()));
        Exchange second = given.begin();
        given.fragments.render("outer", TWO_MINUTES, never());

        assertThat(given.headers(second).get("Cache-Control")).containsExactly("private");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theOuterOneLivesNoLongerThanTheInnerOnesRest(boolean inRequest) {
        if (inRequest) {
            given.begin();
        }
        given.fragments.render("inner", Timeout.ofSeconds(60), () -> "old");
        given.clock.pass(Duration.ofSeconds(40));
        given.fragments.render(
                "outer", Timeout.FOREVER, () -> given.fragments.render("inner", Timeout.ofSeconds(60), never()));
        given.clock.pass(Duration.ofSeconds(19));
        assertThat(given.fragments.render("outer", Timeout.FOREVER, never())).isEqualTo("old");

        given.clock.pass(Duration.ofSeconds(1));
        assertThat(given.fragments.render("outer", Timeout.FOREVER, () -> "new"))
                .isEqualTo("new");
    }

    @Test
    void anOuterOneWithAnInnerOneThatIsNotKeptIsNotKept() {
        given.fragments.render(
                "outer", Timeout.FOREVER, () -> given.fragments.render("inner", Timeout.NONE, () -> "now"));

        assertThat(given.cache().hasKey(given.fragments.key("outer"))).isFalse();
    }

    @Test
    void whatWasSaidBeforeABodyFailedIsSaid() {
        Exchange exchange = given.begin();
        assertThatThrownBy(() -> given.fragments.render("n", TWO_MINUTES, () -> {
                    exchange.declare(said -> said.cacheControl(PRIVATE));
                    throw new IllegalStateException("no data");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(given.headers(exchange).get("Cache-Control")).containsExactly("private");
    }

    @Test
    void whatIsSaidAfterwardsIsThePagesOwn() {
        Exchange exchange = given.begin();
        given.fragments.render("n", TWO_MINUTES, () -> "text");
        exchange.declare(said -> said.varyOn("Accept"));
        given.end();

        assertThat(given.cache().get(given.fragments.key("n"), String.class))
                .hasValueSatisfying(text -> assertThat(text).doesNotContain("Accept"));
    }

    private static Consumer<Declarations> maxAge(int seconds) {
        CacheDirectives directives =
                CacheDirectives.builder().maxAge(Duration.ofSeconds(seconds)).build();
        return said -> said.cacheControl(directives);
    }

    private static Supplier<String> saying(Exchange exchange, Consumer<Declarations> saying) {
        return () -> {
            exchange.declare(saying);
            return "text";
        };
    }
}
