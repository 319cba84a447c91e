package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cachette.page.GivenPages.POLICY;
import static org.cachette.page.GivenPages.bytes;
import static org.cachette.page.GivenPages.fields;
import static org.cachette.page.GivenPages.get;
import static org.cachette.page.GivenPages.request;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.cachette.Caches;
import org.cachette.Timeout;
import org.cachette.backend.Configs;
import org.cachette.backend.WatchedCaches;
import org.cachette.config.Settings;
import org.cachette.http.RequestHead;
import org.cachette.http.Visitor;
import org.cachette.named.NamedCaches;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class CachedPagesTest {

    private static final PagePolicy OTHER = new PagePolicy(Timeout.ofSeconds(60), "default", "other");

    private final GivenPages given = new GivenPages();
    private final Node node = new Node(given.caches);

    /** One process of an application; all share the store. */
    private final class Node {

        final PageCache cache;
        final PageStore store;
        final CachedPages pages;

        @Nullable
        Exchange current;

        Node(Caches caches) {
            cache = new PageCache(caches, given.clock, Duration.ZERO);
            cache.droppedByPrefix();
            store = new PageStore(cache, given.clock, false, 1000, false);
            pages = new CachedPages(
                    new PageInvalidation(cache, Set.of(POLICY.region(), OTHER.region())), () -> current);
        }

        Exchange begin(RequestHead request, PagePolicy policy) {
            Exchange exchange = new Exchange(request.method());
            exchange.matched(request, null, null, () -> Visitor.UNKNOWN);
            cache.lookup(exchange, policy);
            return exchange;
        }

        void end(Exchange exchange, String... headers) {
            store.complete(exchange, 200, fields(headers), fields(headers), bytes("page"));
        }

        void visit(String path, String... headers) {
            end(begin(get(path), POLICY), headers);
        }

        boolean isStored(String path) {
            return isStored(get(path), POLICY);
        }

        boolean isStored(RequestHead request, PagePolicy policy) {
            return begin(request, policy).lookup() instanceof PageLookup.Hit;
        }
    }

    @Test
    void aUriDropsAllVariantsInAllRegionsAndNoOtherQuery() {
        node.end(node.begin(get("/a?q=1", "X-A: 1"), POLICY), "Vary: X-A");
        node.end(node.begin(get("/a?q=1", "X-A: 2"), POLICY), "Vary: X-A");
        node.end(node.begin(get("/a?q=1"), OTHER));
        node.end(node.begin(request("HEAD", "/a?q=1"), OTHER));
        node.visit("/a?q=2");

        assertThat(node.pages.invalidate(uri("/a?q=1"))).isTrue();
        assertThat(node.isStored(get("/a?q=1", "X-A: 1"), POLICY)).isFalse();
        assertThat(node.isStored(get("/a?q=1", "X-A: 2"), POLICY)).isFalse();
        assertThat(node.isStored(get("/a?q=1"), OTHER)).isFalse();
        assertThat(node.isStored(request("HEAD", "/a?q=1"), OTHER)).isFalse();
        assertThat(node.isStored("/a?q=2")).isTrue();
        assertThat(node.pages.invalidate(uri("/a?q=1"))).isFalse();
    }

    @Test
    void aPrefixDropsWhatBeginsSoAndNothingElse() {
        given.cache().set("mine", "stays");
        node.visit("/topics/1");
        node.visit("/topics/2?page=3", "Vary: X-A");
        node.visit("/news");
        assertThat(node.isStored("/topics/1")).isTrue();

        assertThat(node.pages.invalidatePrefix(uri("/topics/"))).isEqualTo(-1);
        assertThat(node.isStored("/topics/1")).isFalse();
        assertThat(node.isStored("/topics/2?page=3")).isFalse();
        assertThat(node.isStored("/news")).isTrue();
        assertThat(given.cache().get("mine")).contains("stays");

        node.visit("/topics/1");
        assertThat(node.isStored("/topics/1")).isTrue();
        assertThat(node.pages.invalidate(uri("/topics/1"))).isTrue();
        assertThat(node.isStored("/topics/1")).isFalse();
    }

    @Test
    void clearDropsAllPagesAndNothingElse() {
        given.cache().set("mine", "stays");
        node.visit("/a");
        node.end(node.begin(get("/b"), OTHER));
        node.pages.clear();

        assertThat(node.isStored("/a")).isFalse();
        assertThat(node.isStored(get("/b"), OTHER)).isFalse();
        assertThat(given.cache().get("mine")).contains("stays");
    }

    @Test
    void whatAnotherNodeDroppedIsNotFoundHereEither() {
        Node other = new Node(given.caches);
        node.visit("/topics/1");
        assertThat(other.isStored("/topics/1")).isTrue();

        other.pages.invalidatePrefix(uri("/topics/"));
        assertThat(node.isStored("/topics/1")).isFalse();
        node.visit("/topics/1");
        assertThat(other.isStored("/topics/1")).isTrue();
        node.pages.clear();
        assertThat(other.isStored("/topics/1")).isFalse();
    }

    @Test
    void aPageBegunBeforeIsNotFoundAfterOnAnyNode() {
        Node other = new Node(given.caches);
        Exchange here = node.begin(get("/topics/1"), POLICY);
        Exchange varying = other.begin(get("/topics/2"), POLICY);
        other.pages.invalidatePrefix(uri("/topics/"));
        node.end(here);
        other.end(varying, "Vary: X-A");

        assertThat(node.isStored("/topics/1")).isFalse();
        assertThat(other.isStored("/topics/1")).isFalse();
        assertThat(other.isStored("/topics/2")).isFalse();
    }

    @Test
    void generationsThatGotLostNeverBringDroppedPagesBack() {
        node.visit("/topics/1");
        node.pages.invalidatePrefix(uri("/topics/"));
        given.cache().delete("pages|");

        assertThat(node.isStored("/topics/1")).isFalse();
        assertThat(new Node(given.caches).isStored("/topics/1")).isFalse();
        node.visit("/topics/1");
        assertThat(node.isStored("/topics/1")).isTrue();
    }

    @Test
    void aLeaseThatWasLeftBehindEnds() {
        given.cache().set("pages|!", "held", Timeout.ofSeconds(10));
        node.visit("/topics/1");
        given.clock.pass(Duration.ofSeconds(10));
        node.pages.invalidatePrefix(uri("/topics/"));

        assertThat(node.isStored("/topics/1")).isFalse();
    }

    @Test
    void aStoreThatKeepsNothingHoldsNobodyUp() {
        Node none = new Node(
                new NamedCaches(Settings.read(Configs.of("cachette.caches.default.backend", "dummy")), given.clock));
        none.visit("/a");
        none.pages.invalidatePrefix(uri("/"));
        none.pages.clear();

        assertThat(none.isStored("/a")).isFalse();
        assertThat(none.pages.invalidate(uri("/a"))).isFalse();
        assertThat(none.pages.key(uri("/a"))).isEmpty();
    }

    @Test
    @Tag("DJ-PKEY-16")
    void theKeyOfAPageIsThatOfItsEntry() {
        assertThat(node.pages.key(uri("/a"))).isEmpty();
        node.visit("/a");

        String key = node.pages.key(uri("/a")).orElseThrow();
        assertThat(given.cache().hasKey(key)).isTrue();
        given.cache().delete(key);
        assertThat(node.isStored("/a")).isFalse();
    }

    @Test
    void aPathAloneIsOfTheSiteOfTheRequest() {
        node.visit("/a?x=1");
        assertThatThrownBy(() -> node.pages.invalidate(URI.create("/a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"/a\"")
                .hasMessageContaining("http://example.com/topics");

        node.current = node.begin(get("/elsewhere/b"), POLICY);
        assertThat(node.pages.key(URI.create("/a?x=1"))).isPresent();
        assertThat(node.pages.invalidate(URI.create("/a?x=1"))).isTrue();
        assertThatThrownBy(() -> node.pages.invalidatePrefix(URI.create("a")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHitIsOneOperationOnTheCacheAsWithoutGenerations() {
        AtomicInteger operations = new AtomicInteger();
        Node counted = new Node(new WatchedCaches(given.caches, operations::incrementAndGet));
        counted.visit("/topics/1");
        counted.pages.invalidatePrefix(uri("/topics/"));
        counted.visit("/topics/1");
        operations.set(0);

        assertThat(counted.isStored("/topics/1")).isTrue();
        assertThat(operations).hasValue(1);
    }

    @Test
    void keysAreAsEverWhereNobodyDropsByPrefix() {
        PageCache plain = new PageCache(given.caches, given.clock, Duration.ZERO);
        Exchange exchange = new Exchange("GET");
        exchange.matched(get("/a"), null, null, () -> Visitor.UNKNOWN);
        plain.lookup(exchange, POLICY);
        new PageStore(plain, given.clock, false, 1000, false)
                .complete(exchange, 200, Map.of(), Map.of(), bytes("page"));

        assertThat(given.cache().hasKey(PageKeys.ofUrl("", "GET", uri("/a")))).isTrue();
        assertThat(given.cache().hasKey("pages|")).isFalse();
    }

    private static URI uri(String path) {
        return URI.create("http://example.com" + path);
    }
}
