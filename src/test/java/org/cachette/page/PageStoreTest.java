package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.page.GivenPages.POLICY;
import static org.cachette.page.GivenPages.bytes;
import static org.cachette.page.GivenPages.fields;
import static org.cachette.page.GivenPages.get;
import static org.cachette.page.GivenPages.request;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cachette.http.CacheDirectives;
import org.cachette.http.EntityTag;
import org.cachette.http.HttpDates;
import org.cachette.http.RequestHead;
import org.cachette.http.Storability;
import org.cachette.http.StoredResponse;
import org.cachette.http.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a response whose body is whole. */
final class PageStoreTest {

    private final GivenPages given = new GivenPages();
    private final PageCache pages = new PageCache(given.caches, given.clock, Duration.ZERO);
    private final PageStore store = new PageStore(pages, given.clock, false, 1000, false);

    @Test
    void theAnswerAndTheEntryHaveTheSameValidatorsAndLifetime() {
        Completion done = complete(get("/"), 200, "page");
        StoredResponse stored = Objects.requireNonNull(stored(get("/")));

        assertThat(done.headers()).containsAllEntriesOf(stored.headers());
        assertThat(done.headers()).containsEntry("Date", List.of(HttpDates.format(given.clock.instant())));
        assertThat(stored.headers()).doesNotContainKey("Date");
        assertThat(done.headers())
                .containsEntry("ETag", List.of(EntityTag.of(bytes("page")).toString()))
                .containsEntry("Last-Modified", List.of(HttpDates.format(given.clock.instant())))
                .containsEntry(
                        "Expires",
                        List.of(HttpDates.format(given.clock.instant().plus(GivenPages.MINUTE))))
                .containsEntry("Cache-Control", List.of("max-age=60"))
                .containsEntry("Content-Length", List.of("4"));
    }

    @Test
    @Tag("DJ-COND-20")
    void theMethodsOwnValidatorsStay() {
        Completion done = complete(get("/"), 200, "page", "ETag: \"v1\"", "Last-Modified: yesterday");

        assertThat(done.headers())
                .containsEntry("ETag", List.of("\"v1\""))
                .containsEntry("Last-Modified", List.of("yesterday"));
    }

    @Test
    @Tag("R9110-16")
    void aLastModifiedThatIsStillToComeIsTheTimeOfTheAnswer() {
        String now = HttpDates.format(given.clock.instant());
        String later = HttpDates.format(given.clock.instant().plusSeconds(1));
        String past = HttpDates.format(given.clock.instant().minusSeconds(9));

        assertThat(complete(get("/"), 200, "page", "Last-Modified: " + later).headers())
                .containsEntry("Last-Modified", List.of(now));
        assertThat(Objects.requireNonNull(stored(get("/"))).lines("Last-Modified"))
                .containsExactly(now);
        assertThat(complete(get("/"), 200, "page", "Last-Modified: " + now, "Date: " + past)
                        .headers())
                .containsEntry("Last-Modified", List.of(past));
        assertThat(complete(get("/"), 200, "page", "Last-Modified: " + past).headers())
                .containsEntry("Last-Modified", List.of(past));
    }

    @Test
    @Tag("R8246-4")
    void immutableIsToldOnlyWithALifetime() {
        assertThat(declared("/page", POLICY, 200)).containsEntry("Cache-Control", List.of("immutable, max-age=60"));
        assertThat(declared("/private", POLICY, 200, "Cache-Control: private"))
                .containsEntry("Cache-Control", List.of("private"));
        assertThat(declared("/expires", POLICY, 200, "Cache-Control: private", "Expires: 0"))
                .containsEntry("Cache-Control", List.of("private, immutable"));
        assertThat(declared("/own", POLICY, 200, "Cache-Control: private, immutable"))
                .containsEntry("Cache-Control", List.of("private, immutable"));
        assertThat(declared("/alone", null, 200)).doesNotContainKey("Cache-Control");
        assertThat(declared("/lasting", null, 200, "Cache-Control: max-age=9"))
                .containsEntry("Cache-Control", List.of("max-age=9, immutable"));
    }

    private Map<String, List<String>> declared(
            String path, @Nullable PagePolicy policy, int status, String... headers) {
        Exchange exchange = new Exchange("GET");
        exchange.matched(get(path), null, null, () -> Visitor.UNKNOWN);
        if (policy != null) {
            pages.lookup(exchange, policy);
        }
        exchange.declare(
                said -> said.cacheControl(CacheDirectives.builder().immutable().build()));
        exchange.methodGave(fields(headers));
        Map<String, List<String>> declared = store.declare(exchange, status, fields(headers));
        return policy == null ? declared : store.describe(exchange, store.judge(exchange, status, declared), declared);
    }

    @Test
    void a204HasNoLength() {
        assertThat(complete(get("/"), 204, "").headers()).doesNotContainKey("Content-Length");
    }

    @Test
    @Tag("R9111-63")
    void aClientThatHasThePageIsToldSo() {
        String tag = EntityTag.of(bytes("page")).toString();

        assertThat(complete(get("/", "If-None-Match: " + tag), 200, "page").notModified())
                .isTrue();
        assertThat(complete(get("/", "If-None-Match: \"other\""), 200, "page").notModified())
                .isFalse();
    }

    @Test
    @Tag("R9111-16")
    void aBodyOfAnotherLengthThanAnnouncedIsNotStored() {
        complete(get("/"), 200, "page", "Content-Length: 5");
        assertThat(stored(get("/"))).isNull();

        complete(get("/"), 200, "page", "Content-Length: 4");
        assertThat(stored(get("/"))).isNotNull();
    }

    @Test
    void aHeadWithoutABodyFromAMethodOfItsOwnIsNotStored() {
        complete(request("HEAD", "/"), 200, "", "Content-Length: 4");

        assertThat(stored(request("HEAD", "/"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 206, 302, 303, 304, 307, 400, 401, 403, 404, 410, 500, 502, 503, 504, 599})
    @Tag("DJ-PAGE-06")
    void aStatusThatIsNotKeptIsNotStored(int status) {
        complete(get("/"), status, "page");

        assertThat(stored(get("/"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"private", "PRIVATE", "no-store", "No-Cache", "private=\"Set-Cookie\"", "no-cache = \"A\""})
    @Tag("DJ-PAGE-10")
    @Tag("DJ-PAGE-11")
    @Tag("DJ-PAGE-13")
    @Tag("S1")
    @Tag("S16")
    void aResponseThatForbidsStoringGoesOutUntouched(String directive) {
        Completion done = complete(get("/"), 200, "page", "Cache-Control: " + directive);

        assertThat(done.headers()).isEqualTo(fields("Cache-Control: " + directive));
        assertThat(stored(get("/"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "Cookie, *", "Cookie, * , Pony", "\t* ", "*,"})
    @Tag("DJ-PAGE-15")
    @Tag("S1")
    void aResponseThatVariesOnAnythingIsNotStored(String vary) {
        complete(get("/"), 200, "page", "Vary: " + vary);

        assertThat(stored(get("/"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "session=1", "theme=dark; lang=de"})
    @Tag("DJ-PAGE-07")
    @Tag("DJ-PAGE-08")
    @Tag("S1")
    @Tag("S2")
    void aResponseThatSetsACookieIsNotStoredWhateverTheRequestBrought(String cookies) {
        RequestHead request = cookies.isEmpty() ? get("/") : get("/", "Cookie: " + cookies);
        complete(request, 200, "page", "Set-Cookie: session=1");
        complete(request, 200, "page", "Set-Cookie: session=1", "Vary: Cookie");

        assertThat(stored(request)).isNull();
    }

    @Test
    @Tag("R9111-102")
    void aResponseThatSetsACookieIsStoredWhereThatIsSet() {
        PageStore lenient = new PageStore(pages, given.clock, true, 1000, false);
        Exchange exchange = lookedUp(get("/"));
        Map<String, List<String>> headers = fields("Set-Cookie: a=1");
        exchange.methodGave(headers);
        lenient.complete(exchange, 200, headers, headers, bytes("page"));

        StoredResponse stored = Objects.requireNonNull(stored(get("/")));
        assertThat(stored.lines("Set-Cookie")).containsExactly("a=1");
    }

    @Test
    void whatIsDeclaredWhileTheBodyIsWrittenCounts() {
        Exchange exchange = lookedUp(get("/"));
        assertThat(store.judge(exchange, 200, fields()).outcome()).isEqualTo(Storability.Outcome.STORE);
        exchange.declare(
                said -> said.cacheControl(CacheDirectives.builder().isPrivate().build()));

        Completion done = store.complete(exchange, 200, fields(), fields(), bytes("page"));

        assertThat(done.headers()).isEqualTo(fields("Cache-Control: private"));
        assertThat(stored(get("/"))).isNull();
    }

    @Test
    void aBypassIsNotStored() {
        Exchange exchange = lookedUp(get("/", "Content-Length: 1"));

        store.complete(exchange, 200, fields(), fields(), bytes("page"));

        assertThat(stored(get("/"))).isNull();
    }

    @Test
    void aDroppedHitIsNotStored() {
        complete(get("/"), 200, "page");
        Exchange exchange = lookedUp(get("/"));
        exchange.dropHit();
        store.complete(exchange, 200, fields(), fields(), bytes("what came in its place"));

        StoredResponse stored = Objects.requireNonNull(stored(get("/")));
        assertThat(stored.body()).isEqualTo(bytes("page"));
    }

    @Test
    @Tag("DJ-PAGE-03")
    void whatNobodyLookedUpIsNotStored() {
        Exchange exchange = new Exchange("GET");
        exchange.matched(get("/"), null, null, () -> Visitor.UNKNOWN);

        Completion done = store.complete(exchange, 200, fields("X-A: 1"), fields("X-A: 1"), bytes("page"));

        assertThat(done.headers()).isEqualTo(fields("X-A: 1"));
        assertThat(stored(get("/"))).isNull();
    }

    @Test
    void aBodyThatPassedTheLimitIsDescribedButNotStored() {
        Exchange exchange = lookedUp(get("/"));

        assertThat(store.passing(exchange, 200, fields())).containsEntry("Cache-Control", List.of("max-age=60"));
        assertThat(stored(get("/"))).isNull();
    }

    @Test
    @Tag("S5")
    @Tag("DJ-VIEW-07")
    @Tag("DJ-VIEW-08")
    void aSmallerMaxAgeOfTheResponseIsForClientsOnly() {
        Completion done = complete(get("/"), 200, "page", "Cache-Control: max-age=5");
        given.clock.pass(java.time.Duration.ofSeconds(59));

        assertThat(done.headers()).containsEntry("Cache-Control", List.of("max-age=5"));
        assertThat(stored(get("/"))).isNotNull();
    }

    private Completion complete(RequestHead request, int status, String body, String... headers) {
        Exchange exchange = lookedUp(request);
        Map<String, List<String>> fields = fields(headers);
        exchange.methodGave(fields);
        return store.complete(exchange, status, fields, fields, bytes(body));
    }

    private Exchange lookedUp(RequestHead request) {
        Exchange exchange = new Exchange(request.method());
        exchange.matched(request, null, null, () -> Visitor.UNKNOWN);
        pages.lookup(exchange, POLICY);
        return exchange;
    }

    private @Nullable StoredResponse stored(RequestHead request) {
        return pages.entries().find(POLICY, request, () -> Visitor.UNKNOWN).response();
    }
}
