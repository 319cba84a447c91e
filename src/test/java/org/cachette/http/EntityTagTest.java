package org.cachette.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EntityTagTest {

    private static final EntityTag STRONG = new EntityTag("x", false);
    private static final EntityTag WEAK = new EntityTag("x", true);

    private static EntityTags list(String... lines) {
        return EntityTag.parseList(Arrays.asList(lines));
    }

    @Nested
    final class Reading {

        @Test
        void aStrongTagIsRead() {
            assertThat(EntityTag.parse(" \"x\" ")).hasValue(STRONG);
        }

        @Test
        void aWeakTagIsRead() {
            assertThat(EntityTag.parse("W/\"x\"")).hasValue(WEAK);
        }

        @Test
        void anEmptyTagIsATag() {
            assertThat(EntityTag.parse("\"\"")).hasValue(new EntityTag("", false));
        }

        @Tag("R9110-3")
        @Tag("DJ-COND-15")
        @ParameterizedTest
        @ValueSource(
                strings = {"w/\"x\"", "x", "", "\"", "\"x", "x\"", "W/", "W/x", "W/ \"x\"", "\"x\"y", "\"a b\"", "*"})
        void whatIsNoTagIsEmpty(String text) {
            assertThat(EntityTag.parse(text)).isEmpty();
        }

        @Test
        @Tag("R9110-4")
        void aTagMayHoldCommasAndLettersBeyondAscii() {
            assertThat(EntityTag.parse("\"a,\u00fc\"")).hasValue(new EntityTag("a,\u00fc", false));
        }

        @Test
        void aTagIsPrintedAsItIsRead() {
            assertThat(STRONG).hasToString("\"x\"");
            assertThat(WEAK).hasToString("W/\"x\"");
        }

        @Test
        void aTagThatCannotBePrintedIsRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new EntityTag("a\"b", false))
                    .withMessageContaining("expected no quotes");
        }
    }

    @Nested
    final class Lists {

        @Test
        @Tag("R9110-6")
        void tagsOnSeveralLinesAndAtAnyPositionAreFound() {
            assertThat(list("\"a\", W/\"b\"", ",, \"c\"").tags())
                    .map(EntityTag::opaque)
                    .containsExactly("a", "b", "c");
        }

        @Test
        @Tag("R9110-4")
        void commasInsideQuotesDoNotSplit() {
            assertThat(list("\"a,b\",\"c\"").tags()).map(EntityTag::opaque).containsExactly("a,b", "c");
        }

        @Test
        @Tag("R9110-3")
        void aMalformedMemberIsLeftOut() {
            assertThat(list("w/\"a\", x, \"b\"y, \"c\"").tags())
                    .map(EntityTag::opaque)
                    .containsExactly("c");
        }

        @Test
        void anUnclosedQuoteIsNoTag() {
            assertThat(list("\"a").tags()).isEmpty();
        }

        @Test
        @Tag("R9110-5")
        void aSoleStarIsAny() {
            assertThat(list(" * ").any()).isTrue();
        }

        @Test
        void aStarAmongTagsIsMalformed() {
            assertThat(list("*, \"a\"").any()).isFalse();
            assertThat(list("*, \"a\"").tags()).hasSize(1);
        }
    }

    @Nested
    final class Matching {

        @Test
        @Tag("R9110-1")
        void weakComparisonIgnoresWeakness() {
            assertThat(STRONG.weakMatches(WEAK)).isTrue();
            assertThat(WEAK.weakMatches(new EntityTag("y", true))).isFalse();
        }

        @Test
        @Tag("R9110-2")
        @Tag("DJ-COND-04")
        void strongComparisonNeedsTwoStrongTags() {
            assertThat(STRONG.strongMatches(STRONG)).isTrue();
            assertThat(STRONG.strongMatches(WEAK)).isFalse();
            assertThat(WEAK.strongMatches(WEAK)).isFalse();
        }

        @Test
        @Tag("R9110-2")
        void aListMatchesByEitherComparison() {
            assertThat(list("W/\"x\"").weakMatches(STRONG)).isTrue();
            assertThat(list("W/\"x\"").strongMatches(STRONG)).isFalse();
            assertThat(list("\"y\", \"x\"").strongMatches(STRONG)).isTrue();
        }

        @Test
        void aWeakenedTagStillMatchesWeakly() {
            assertThat(STRONG.weakened()).isEqualTo(WEAK);
            assertThat(WEAK.weakened()).isSameAs(WEAK);
        }
    }

    @Nested
    final class Digests {

        @Test
        @Tag("R9110-14")
        void aTagOfBytesIsStrongAndChangesWithThem() {
            EntityTag one = EntityTag.of("one".getBytes(UTF_8));

            assertThat(one.weak()).isFalse();
            assertThat(one).isEqualTo(EntityTag.of("one".getBytes(UTF_8)));
            assertThat(one).isNotEqualTo(EntityTag.of("two".getBytes(UTF_8)));
        }

        @Test
        void aTagOfBytesHasAtLeast128Bits() {
            assertThat(EntityTag.of(new byte[0]).opaque()).hasSize(24).matches("[A-Za-z0-9_-]+");
        }
    }
}
