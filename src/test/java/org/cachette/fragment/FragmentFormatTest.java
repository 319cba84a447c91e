package org.cachette.fragment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.cachette.http.CacheDirectives;
import org.cachette.page.PagePart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FragmentFormatTest {

    private static final CacheDirectives NONE = CacheDirectives.builder().build();

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "\n\n", "fragment 1\n\nx", "\u0000\r\n<\u00e4>"})
    void aFragmentThatSaysNothingIsReadAsItWasWritten(String body) {
        isReadAsWritten(
                new RenderedFragment(new PagePart(Set.of(), Set.of(), NONE, false, false, Optional.empty()), body));
    }

    @Test
    void allThatAFragmentSaysIsReadAsItWasWritten() {
        isReadAsWritten(new RenderedFragment(
                new PagePart(
                        new LinkedHashSet<>(List.of("Cookie", "Accept")),
                        new LinkedHashSet<>(List.of("member", "Theme")),
                        CacheDirectives.parse("private, max-age=5"),
                        true,
                        true,
                        Optional.of(Instant.ofEpochMilli(1234))),
                "body\n"));
    }

    @Test
    void aFragmentThatSaysTooMuchIsNotKept() {
        Set<String> names =
                IntStream.range(0, 2000).mapToObj(i -> "X-" + i).collect(java.util.stream.Collectors.toSet());

        assertThat(FragmentFormat.write(
                        new RenderedFragment(new PagePart(names, names, NONE, false, false, Optional.empty()), "")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "fragment 1\n",
                "fragment 1\nbody",
                "fragment 2\n\nbody",
                "fragment 1\nprivate\n\nbody",
                "fragment 1\nexpires soon\n\nbody",
                "fragment 1\nexpires\n\nbody",
                "fragment 1\nexpires 99999999999999999999\n\nbody",
                "fragment 1\nvary a b\n\nbody",
                "fragment 1\nvary \n\nbody",
                "fragment 1\nvary a,,b\n\nbody",
                "fragment 1\nvary A\u0000\n\nbody"
            })
    void whatIsNoFragmentIsNone(String text) {
        assertThat(FragmentFormat.read(text)).isEmpty();
    }

    @Test
    void aHeadWithoutEndIsNone() {
        assertThat(FragmentFormat.read("fragment 1\n" + "dont-store\n".repeat(10_000) + "\nbody"))
                .isEmpty();
    }

    private static void isReadAsWritten(RenderedFragment fragment) {
        assertThat(FragmentFormat.write(fragment).flatMap(FragmentFormat::read)).contains(fragment);
    }
}
