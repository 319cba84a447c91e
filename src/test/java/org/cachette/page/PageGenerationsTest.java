package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PageGenerationsTest {

    private static final URI PREFIX = URI.create("http://example.com/topics/");

    private final PageGenerations start = PageGenerations.begin();

    @ParameterizedTest
    @CsvSource({
        "http://example.com/topics/,true",
        "http://example.com/topics/1?page=2,true",
        "http://EXAMPLE.com:80/topics/1,true",
        "http://example.com:/topics/1,true",
        "http://example.com/topics,false",
        "http://example.com/,false",
        "https://example.com/topics/1,false",
        "http://example.com:8080/topics/1,false",
        "http://other.example/topics/1,false"
    })
    void whatHasThePrefixBeginsAnewAndNothingElse(URI page, boolean dropped) {
        PageGenerations then = start.without(PREFIX);

        assertThat(!then.of(page).equals(start.of(page))).isEqualTo(dropped);
        assertThat(!then.without(PREFIX).of(page).equals(then.of(page))).isEqualTo(dropped);
    }

    @Test
    void aWiderPrefixTakesThePlaceOfNarrowerOnes() {
        PageGenerations narrow = start.without(PREFIX);
        PageGenerations wide = narrow.without(URI.create("http://example.com"));

        assertThat(wide.drops()).hasSize(1);
        assertThat(wide.of(URI.create("http://example.com/topics/1"))).isNotIn(start.base(), narrow.of(PREFIX));
    }

    @Test
    void aNarrowerPrefixDropsOnlyItsOwnAgain() {
        PageGenerations wide = start.without(URI.create("http://example.com/"));
        PageGenerations narrow = wide.without(PREFIX);

        assertThat(narrow.of(URI.create("http://example.com/topics/1"))).isNotEqualTo(wide.of(PREFIX));
        assertThat(narrow.of(URI.create("http://example.com/x"))).isEqualTo(wide.of(PREFIX));
    }

    @Test
    void moreThanIsKeptDropsAllPages() {
        PageGenerations many = start;
        for (int i = 0; i < PageGenerations.MOST; i++) {
            many = many.without(URI.create("http://example.com/" + i + "/"));
        }
        assertThat(many.base()).isEqualTo(start.base());

        PageGenerations all = many.without(PREFIX);
        assertThat(all.base()).isNotEqualTo(start.base());
        assertThat(all.drops()).isEmpty();
    }

    @Test
    void areReadAsTheyWereWritten() {
        PageGenerations some = start.without(PREFIX).without(URI.create("http://example.com/a?b=c"));

        assertThat(PageGenerations.parse(some.toString())).contains(some);
        assertThat(PageGenerations.parse(start.toString())).contains(start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "generation", "generations a\nb", "generations a\n b"})
    void whatIsNoneIsNotRead(String text) {
        assertThat(PageGenerations.parse(text)).isEmpty();
    }
}
