package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import org.cachette.http.CacheStatus.Forward;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CacheStatusTest {

    @Test
    @Tag("R9211-3")
    @Tag("R9211-8")
    void aHitSaysHowLongItIsFresh() {
        assertThat(CacheStatus.hit().withTtl(Duration.ofMillis(30_999)).member("Cachette"))
                .isEqualTo("Cachette;hit;ttl=30");
    }

    @Test
    @Tag("R9211-4")
    void aStaleHitHasANegativeTtl() {
        assertThat(CacheStatus.hit().withTtl(Duration.ofSeconds(-412)).member("C"))
                .isEqualTo("C;hit;ttl=-412");
    }

    @ParameterizedTest
    @Tag("R9211-5")
    @CsvSource({
        "BYPASS, bypass",
        "METHOD, method",
        "URI_MISS, uri-miss",
        "VARY_MISS, vary-miss",
        "MISS, miss",
        "REQUEST, request",
        "STALE, stale",
        "PARTIAL, partial"
    })
    void whatWasForwardedSaysWhy(Forward why, String token) {
        assertThat(CacheStatus.forwarded(why).member("C")).isEqualTo("C;fwd=" + token);
    }

    @Test
    @Tag("R9211-7")
    @Tag("R9211-9")
    @Tag("R9211-10")
    void whatWasForwardedSaysWhatBecameOfIt() {
        assertThat(CacheStatus.forwarded(Forward.STALE)
                        .withForwardStatus(304)
                        .withStored(true)
                        .withCollapsed(false)
                        .withTtl(Duration.ofSeconds(5))
                        .member("C"))
                .isEqualTo("C;fwd=stale;fwd-status=304;stored;collapsed=?0;ttl=5");
    }

    @Test
    @Tag("R9211-6")
    @Tag("R9211-9")
    void aHitHasNothingOfAForwardedOne() {
        CacheStatus hit = CacheStatus.hit();

        assertThatIllegalStateException()
                .isThrownBy(() -> hit.withStored(true))
                .withMessage("Cache-Status: stored of a hit; expected it after forwarded() only");
        assertThatIllegalStateException().isThrownBy(() -> hit.withCollapsed(true));
        assertThatIllegalStateException().isThrownBy(() -> hit.withForwardStatus(304));
    }

    @Test
    @Tag("R9211-11")
    @Tag("R9211-12")
    void keyAndDetailAreStringsThatBreakOutOfNothing() {
        assertThat(CacheStatus.hit()
                        .withKey("a\"b\\\r\nX: \u00e4")
                        .withDetail("R9111-5")
                        .member("C"))
                .isEqualTo("C;hit;key=\"a\\\"b\\\\??X: ?\";detail=\"R9111-5\"");
    }

    @Test
    @Tag("R9211-11")
    void thereIsNoKeyUnlessOneIsGiven() {
        assertThat(CacheStatus.hit().member("C")).doesNotContain("key");
    }

    @ParameterizedTest
    @Tag("R9211-2")
    @CsvSource({"Cachette, Cachette", "a cache, \"a cache\"", "1st, \"1st\"", "c\u00e4che, \"c?che\"", "'', \"\""})
    void theNameIsATokenOrAString(String name, String written) {
        assertThat(CacheStatus.hit().member(name)).isEqualTo(written + ";hit");
    }

    @Test
    @Tag("R9211-1")
    void ourMemberComesLast() {
        assertThat(CacheStatus.hit().appendedTo(List.of("Origin; hit; ttl=1100, \"x\"; fwd=miss", "B;hit"), "C"))
                .containsExactly("Origin; hit; ttl=1100, \"x\"; fwd=miss", "B;hit", "C;hit");
        assertThat(CacheStatus.hit().appendedTo(List.of("", " "), "C")).containsExactly("C;hit");
    }

    @Test
    @Tag("R9211-1")
    void aFieldThatNobodyCanReadIsReplaced() {
        assertThat(CacheStatus.hit().appendedTo(List.of("A;;", "B"), "C")).containsExactly("C;hit");
    }
}
