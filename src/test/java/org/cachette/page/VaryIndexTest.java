package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The entry of a URL whose responses vary. */
final class VaryIndexTest {

    @Test
    @Tag("DJ-PKEY-08")
    void theOrderOfNamesDoesNotMatter() {
        assertThat(VaryIndex.begin(List.of("cookie", "accept")).names())
                .isEqualTo(VaryIndex.begin(List.of("accept", "cookie")).names())
                .containsExactly("accept", "cookie");
    }

    @Test
    void eachBeginningHasAGenerationOfItsOwn() {
        assertThat(VaryIndex.begin(List.of("cookie")).generation())
                .isNotEqualTo(VaryIndex.begin(List.of("cookie")).generation());
    }

    @Test
    void itsTextCanBeReadBack() {
        VaryIndex index = VaryIndex.begin(List.of("cookie", "accept"));

        assertThat(VaryIndex.parse(index.toString())).contains(index);
    }

    @Test
    void namesThatItCoversKeepTheGeneration() {
        VaryIndex index = VaryIndex.begin(List.of("cookie", "accept"));

        assertThat(index.covering(List.of("cookie"))).isSameAs(index);
        assertThat(index.covering(List.of())).isSameAs(index);
    }

    @Test
    @Tag("DJ-PKEY-21")
    void aFurtherNameBeginsAGenerationThatCoversAll() {
        VaryIndex index = VaryIndex.begin(List.of("cookie"));
        VaryIndex wider = index.covering(List.of("accept"));

        assertThat(wider.names()).containsExactly("accept", "cookie");
        assertThat(wider.generation()).isNotEqualTo(index.generation());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "vary", "vary ", "vary  cookie", "vary g", "vary g a b", "VARY g cookie", "x g cookie"})
    void otherTextIsNoIndex(String text) {
        assertThat(VaryIndex.parse(text)).isEmpty();
    }
}
