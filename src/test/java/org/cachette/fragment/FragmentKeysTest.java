package org.cachette.fragment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class FragmentKeysTest {

    @Test
    @Tag("DJ-FRAG-17")
    @Tag("DJ-FRAG-18")
    void valuesAreDelimitedAsDjangoDoesIt() throws Exception {
        assertThat(md5()).isEqualTo("d41d8cd98f00b204e9800998ecf8427e");
        assertThat(md5("abc")).isEqualTo("a6360ec2c58ecc4b23fd5bd00216fccd");
        assertThat(md5("abc", "def")).isEqualTo("250310c146db454966b64f5fc265a540");
        assertThat(md5(1, 2, 3, 4, 5)).isEqualTo("087c006c1b99e0d147f624b4921f8a13");
        assertThat(md5("42\u00ba", "\ud83d\ude00")).isEqualTo("ab66482052ab2084b9d25bdd04bc9b10");
        assertThat(md5("x".repeat(10_000))).isEqualTo("abff8a6702abde497feae7f61de2ef1e");
    }

    @Test
    @Tag("DJ-FRAG-19")
    @Tag("S4")
    void valuesThatSpellTheSameTogetherDiffer() throws Exception {
        assertThat(md5("a:b", "c")).isEqualTo("5cfb32a324b2f7a2063802e75255f694");
        assertThat(md5("a", "b:c")).isEqualTo("9c2a292c7703da8142f40c1d55c1a241");
        assertThat(FragmentKeys.of("n", "a:b", "c")).isNotEqualTo(FragmentKeys.of("n", "a", "b:c"));
        assertThat(FragmentKeys.of("n", "", "1")).isNotEqualTo(FragmentKeys.of("n", "1"));
    }

    @Test
    @Tag("S4")
    void halvesOfSurrogatePairsAreKeysOfTheirOwn() {
        assertThat(FragmentKeys.of("n", "\uD83D"))
                .isNotEqualTo(FragmentKeys.of("n", "\uD83E"))
                .isNotEqualTo(FragmentKeys.of("n", "?"));
        assertThat(FragmentKeys.of("\uD83D")).isNotEqualTo(FragmentKeys.of("\uD83E"));
    }

    @Test
    @Tag("DJ-FRAG-09")
    void valuesCountAsText() {
        assertThat(FragmentKeys.of("n", 1)).isEqualTo(FragmentKeys.of("n", "1"));
    }

    /** One that has nothing of its own. */
    private static final class Member {}

    @Test
    @Tag("S4")
    void anObjectThatDoesNotSpellTheSameTwiceIsRefused() {
        for (Object value : new Object[] {new Member(), new Object(), new String[] {"a"}, new int[] {1}}) {
            assertThatThrownBy(() -> FragmentKeys.of("count", "a", value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("fragment \"count\" varies on a value of "
                            + value.getClass().getName()
                            + ": expected texts, numbers, or objects with a toString of their own");
        }
        assertThat(FragmentKeys.of("n", TimeUnit.DAYS, true, List.of(1), Locale.ROOT))
                .isNotEqualTo(FragmentKeys.of("n"));
    }

    @Test
    void nullIsNoText() {
        assertThat(FragmentKeys.of("n", new Object[] {null}))
                .isNotEqualTo(FragmentKeys.of("n", "null"))
                .isNotEqualTo(FragmentKeys.of("n", ""))
                .isNotEqualTo(FragmentKeys.of("n", "-,"))
                .isNotEqualTo(FragmentKeys.of("n"));
    }

    @Test
    @Tag("DJ-FRAG-06")
    void theNameIsTakenLiterally() {
        assertThat(FragmentKeys.of("count")).startsWith("fragment|5:count|");
        assertThat(FragmentKeys.of("\"count\"")).isNotEqualTo(FragmentKeys.of("count"));
        assertThat(FragmentKeys.of("a|b", "c")).isNotEqualTo(FragmentKeys.of("a", "b", "c"));
    }

    @Test
    @Tag("DJ-FRAG-10")
    void keysAreShortAndVisibleWhateverTheyAreMadeOf() {
        assertThat(FragmentKeys.of("n", "two words", "x".repeat(10_000)))
                .hasSizeLessThan(200)
                .matches("[!-~]+");
        assertThat(FragmentKeys.of("two words \u00e4".repeat(100)))
                .hasSizeLessThan(200)
                .matches("[!-~]+")
                .isNotEqualTo(FragmentKeys.of("two words"));
    }

    private static String md5(@Nullable Object... varyOn) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(FragmentKeys.delimited(varyOn)));
    }
}
