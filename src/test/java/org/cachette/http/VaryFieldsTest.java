package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VaryFieldsTest {

    private static VaryFields vary(String... lines) {
        return VaryFields.parse(Arrays.asList(lines));
    }

    @Test
    void noLineNamesNothing() {
        assertThat(vary()).isEqualTo(VaryFields.NONE);
        assertThat(vary().isEmpty()).isTrue();
    }

    @Tag("R9111-32")
    @Tag("DJ-PAGE-15")
    @Tag("RESTEASY-5")
    @ParameterizedTest
    @ValueSource(strings = {"*", " * ", "\t*\t", "Cookie, * , Pony", "*, Cookie", ", *", ",,*,"})
    void aStarAnywhereInTheListMeansAny(String line) {
        assertThat(vary(line).any()).isTrue();
    }

    @Test
    @Tag("R9111-32")
    void aStarOnASecondLineMeansAny() {
        assertThat(vary("Cookie", "*").any()).isTrue();
    }

    @Test
    void aStarInsideANameIsNoStar() {
        assertThat(vary("X-*, Cookie").any()).isFalse();
    }

    @Test
    @Tag("R9110-36")
    void aStarAbsorbsTheRest() {
        assertThat(vary("Cookie, *, Accept")).hasToString("*");
    }

    @Test
    @Tag("RESTEASY-4")
    void severalNamesInOneLineAreSeveralNames() {
        assertThat(vary("X-A, X-B").names()).containsExactly("x-a", "x-b");
    }

    @Test
    @Tag("DJ-PKEY-08")
    void namesAreLowerCasedSortedAndOnce() {
        assertThat(vary("User-Agent, cookie", "Accept, COOKIE").names())
                .containsExactly("accept", "cookie", "user-agent");
    }

    @Test
    @Tag("DJ-PKEY-20")
    void paddingIsNotPartOfAName() {
        assertThat(vary(" Cookie ,\tAccept\t").names()).containsExactly("accept", "cookie");
    }

    @Test
    @Tag("DJ-VARY-11")
    void emptyMembersAreDropped() {
        assertThat(vary("Accept-Encoding,  Cookie,")).hasToString("Accept-Encoding, Cookie");
    }

    @Test
    @Tag("DJ-VARY-07")
    void containsIgnoresCase() {
        assertThat(vary("Cookie").contains("cOOKIE")).isTrue();
        assertThat(vary("Cookie").contains("Cook")).isFalse();
    }

    @Test
    @Tag("DJ-VARY-07")
    void aStarContainsOnlyAStar() {
        assertThat(vary("*").contains("Cookie")).isFalse();
        assertThat(vary("*").contains("*")).isTrue();
    }

    @Test
    @Tag("DJ-VARY-02")
    void theFirstSpellingStays() {
        assertThat(vary("Accept-Encoding").with("ACCEPT-ENCODING")).hasToString("Accept-Encoding");
    }

    @Test
    void theOriginalOrderStays() {
        assertThat(vary("User-Agent, Accept").with("Cookie")).hasToString("User-Agent, Accept, Cookie");
    }

    @Test
    void theSameFieldsInAnySpellingAndOrderAreEqual() {
        assertThat(vary("Cookie, accept")).isEqualTo(vary("Accept", "COOKIE")).hasSameHashCodeAs(vary("accept,cookie"));
    }

    @Test
    void aNameThatCannotBeOneSaysWhatWouldBeRight() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VaryFields.NONE.with("Accept, Cookie"))
                .withMessageContaining("\"Accept, Cookie\"")
                .withMessageContaining("expected one token");
    }

    @Test
    void aNameWithALineBreakIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VaryFields.NONE.with("Cookie\r\nSet-Cookie: a=1"))
                .withMessageContaining("control characters");
    }

    @Test
    void aLineBreakThatIsAlreadyThereBecomesABlank() {
        assertThat(VaryFields.parse(List.of("Cookie\r\nX: y"))).hasToString("Cookie  X: y");
    }
}
