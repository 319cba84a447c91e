package org.cachette.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.cachette.annotation.Invalidates;
import org.junit.jupiter.api.Test;

/** What stands for arguments in keys, and for results in caches. */
final class KeyPartsTest {

    @Test
    void equalSetsAreOneKeyAndListsInAnotherOrderTwo() {
        assertThat(KeyParts.inKey(new LinkedHashSet<>(List.of("a", "b"))))
                .isEqualTo(KeyParts.inKey(new LinkedHashSet<>(List.of("b", "a"))));
        assertThat(KeyParts.inKey(List.of("a", "b"))).isNotEqualTo(KeyParts.inKey(List.of("b", "a")));
    }

    @Test
    void signsOfEscapesAndOfNullSeparateNothing() {
        assertThat(List.of("", "a", "%", "~", "_.", "a~%")).allMatch(KeyParts::isPlain);
        assertThat(List.of("-", "|", ":", ",", "%-")).noneMatch(KeyParts::isPlain);
    }

    @Test
    void halvesOfSurrogatePairsAreKeysOfTheirOwn() {
        assertThat(List.of("\uD83D", "\uD83E", "\uDD11", "\uD83Da", "a\uD83D", "?", "\uD83D\uDD11"))
                .extracting(KeyParts::inKey)
                .doesNotHaveDuplicates()
                .allMatch(KeyParts::isPlain);
        assertThat(KeyParts.inUri("\uD83D")).isNotEqualTo(KeyParts.inUri("\uD83E"));
        assertThat(KeyParts.inKey("\uD83D\uDD11")).isEqualTo("%F0%9F%94%91");
    }

    Number number() {
        return 1;
    }

    int narrow() {
        return 1;
    }

    @Test
    void aNumberThatWouldComeBackAsAnotherIsNotKept() throws NoSuchMethodException {
        ValueType wide = ValueType.of(KeyPartsTest.class.getDeclaredMethod("number"));
        ValueType narrow = ValueType.of(KeyPartsTest.class.getDeclaredMethod("narrow"));

        assertThat(wide.kept(number())).isNull();
        assertThat(wide.kept(1L)).isEqualTo(1L);
        assertThat(narrow.result(Objects.requireNonNull(narrow.kept(narrow())))).isEqualTo(1);
    }

    @Invalidates(fragment = "f", varyOn = "{ids}")
    void drop(List<Long> ids) {}

    @Test
    void aFragmentIsDroppedByTheValuesOfACollectionAsItsTagHasThem() throws NoSuchMethodException {
        InvalidatingMethod method = InvalidatingMethod.of(KeyPartsTest.class.getDeclaredMethod("drop", List.class));

        assertThat(method.drops().get(0).values(new Object[] {List.of(1L, 2L)})).containsExactly(1L, 2L);
    }
}
