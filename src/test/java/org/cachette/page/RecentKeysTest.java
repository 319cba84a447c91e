package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.cachette.Timeout;
import org.junit.jupiter.api.Test;

final class RecentKeysTest {

    private static final PagePolicy POLICY = new PagePolicy(Timeout.ofSeconds(60), "default", "");
    private static final PagePolicy OTHER = new PagePolicy(Timeout.ofSeconds(60), "default", "other");

    private final RecentKeys recent = new RecentKeys();

    private String key(PagePolicy policy, String method, String url) {
        URI uri = URI.create(url);
        return recent.get(policy, method, uri, () -> PageKeys.ofUrl(policy.keyPrefix(), method, uri));
    }

    @Test
    void aKeyIsMadeOnce() {
        String made = key(POLICY, "GET", "http://example.com/a?b=1");
        Supplier<String> again = () -> {
            throw new AssertionError("made again");
        };

        assertThat(recent.get(POLICY, "GET", URI.create("http://example.com/a?b=1"), again))
                .isEqualTo(made);
    }

    @Test
    void whatIsAnotherPageHasAnotherKeyAlsoRightAfterTheFirst() {
        List<String> urls = List.of(
                "http://example.com/a",
                "http://example.com/a?",
                "http://example.com/a#",
                "http://example.com/a%2Fb",
                "http://example.com/a%2fb",
                "http://example.com/a/b",
                "http://example.com/A",
                "http://user@example.com/a",
                "http://example.com.evil/a",
                "https://example.com/a",
                "http://example.com:8080/a");
        Set<String> keys = new HashSet<>();
        for (int round = 0; round < 2; round++) {
            for (String url : urls) {
                for (String method : List.of("GET", "HEAD", "QUERY")) {
                    keys.add(key(POLICY, method, url));
                    keys.add(key(OTHER, method, url));
                }
            }
        }

        assertThat(keys).hasSize(urls.size() * 3 * 2);
    }

    @Test
    void twoUrlsWithOneHashKeepTheirOwnKeys() {
        assertThat("http://h/Aa".hashCode()).isEqualTo("http://h/BB".hashCode());
        for (int round = 0; round < 2; round++) {
            assertThat(key(POLICY, "GET", "http://h/Aa"))
                    .isEqualTo(PageKeys.ofUrl("", "GET", URI.create("http://h/Aa")));
            assertThat(key(POLICY, "GET", "http://h/BB"))
                    .isEqualTo(PageKeys.ofUrl("", "GET", URI.create("http://h/BB")));
        }
    }

    @Test
    void aLongUrlIsNotHeld() {
        URI uri = URI.create("http://example.com/" + "a".repeat(200));
        recent.get(POLICY, "GET", uri, () -> "first");

        assertThat(recent.get(POLICY, "GET", uri, () -> "second")).isEqualTo("second");
    }
}
