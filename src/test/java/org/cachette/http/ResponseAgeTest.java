package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.http.Given.NOW;
import static org.cachette.http.Given.response;
import static org.cachette.http.Given.stored;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResponseAgeTest {

    private static Duration age(long delay, String... lines) {
        return ResponseAge.initial(response(200, lines), NOW.minusSeconds(delay), NOW);
    }

    @Test
    @Tag("R9111-52")
    void isTheDelayWithoutDateAndAge() {
        assertThat(age(3)).hasSeconds(3);
    }

    @Test
    @Tag("R9111-52")
    void isAgeAndDelayOrTheTimeSinceDateWhicheverIsGreater() {
        assertThat(age(3, "Age: 10")).hasSeconds(13);
        assertThat(age(3, "Age: 10", "Date: Sun, 01 Mar 2026 11:59:00 GMT")).hasSeconds(60);
        assertThat(age(3, "Age: 100", "Date: Sun, 01 Mar 2026 11:59:00 GMT")).hasSeconds(103);
    }

    @ParameterizedTest
    @Tag("R9111-52")
    @CsvSource({
        "'Sun, 01 Mar 2026 12:00:00 GMT', 'Sun, 01 Mar 2026 11:59:00 GMT'",
        "'Sun, 01 Mar 2026 11:59:00 GMT', 'Sun, 01 Mar 2026 12:00:00 GMT'",
        "yesterday, 'Sun, 01 Mar 2026 11:59:00 GMT'"
    })
    void ofSeveralDatesIsTheTimeSinceTheOldest(String one, String other) {
        assertThat(age(0, "Date: " + one, "Date: " + other)).hasSeconds(60);
    }

    @Test
    void isNeverNegative() {
        assertThat(age(0, "Date: Sun, 01 Mar 2026 13:00:00 GMT")).isZero();
        assertThat(age(-5)).isZero();
    }

    @ParameterizedTest
    @Tag("R9111-53")
    @CsvSource(
            delimiter = '>',
            value = {"7200, 0 > 7200", "0, 7200 > 0", "abc > 0", "-5 > 0", "1.5 > 0", "'' > 0", "7200;foo > 0"})
    void readsTheFirstMemberOfAgeIfItIsANumber(String value, long seconds) {
        assertThat(age(0, "Age: " + value)).hasSeconds(seconds);
    }

    @Test
    @Tag("R9111-45")
    void doesNotOverflow() {
        assertThat(age(5, "Age: 99999999999999999999")).isEqualTo(Directive.LONGEST.plusSeconds(5));
    }

    @Test
    @Tag("R9111-52")
    void keptAsAgeOfTheStoredResponseItCountsOn() {
        Duration initial = age(3, "Age: 10");
        StoredResponse stored = stored(NOW, NOW.plusSeconds(60), "Age: " + initial.toSeconds());

        assertThat(Freshness.ofOwnHeaders(stored, NOW.plusSeconds(20)).age()).hasSeconds(33);
    }
}
