package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.page.GivenPages.POLICY;
import static org.cachette.page.GivenPages.bytes;
import static org.cachette.page.GivenPages.fields;
import static org.cachette.page.GivenPages.get;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cachette.config.StatusSettings;
import org.cachette.config.StatusSettings.Sent;
import org.cachette.http.RequestHead;
import org.cachette.http.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is told what became of a request. */
final class StatusReportTest {

    private static final String SECRET = "0123456789abcdef";

    private final GivenPages given = new GivenPages();
    private final PageCache pages = new PageCache(given.caches, given.clock, Duration.ZERO);

    @Test
    @Tag("R9211-11")
    void theKeyIsToldOnlyWhereThatIsSwitchedOn() {
        assertThat(miss(StatusSettings.ALWAYS, get("/a")))
                .singleElement()
                .asString()
                .doesNotContain("key");
        given.cache().clear();
        StatusSettings withKey = new StatusSettings(Sent.ALWAYS, "", true);

        assertThat(miss(withKey, get("/a?b=%22")))
                .containsExactly("Cachette;fwd=miss;stored;key=\"page|3:GET|4:http|11:example.com|2:/a|5:b=%22\";"
                        + "detail=\"nothing speaks against it\"");
        assertThat(hit(withKey, get("/a?b=%22")))
                .containsExactly("Cachette;hit;ttl=60;key=\"page|3:GET|4:http|11:example.com|2:/a|5:b=%22\"");
    }

    @Test
    @Tag("R9211-14")
    void whoNamesTheSecretIsTold() {
        StatusSettings debug = new StatusSettings(Sent.DEBUG, SECRET, false);
        RequestHead asking = get("/", "Cachette-Debug: " + SECRET);

        assertThat(miss(debug, asking)).hasSize(1);
        assertThat(hit(debug, asking)).hasSize(1);
        assertThat(hit(debug, get("/"))).isEmpty();
        assertThat(debug.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @Tag("R9211-14")
    @ValueSource(strings = {"", "x", "0123456789abcde", "0123456789abcdefg", "0123456789ABCDEF"})
    void whoNamesAnotherIsNot(String other) {
        StatusSettings debug = new StatusSettings(Sent.DEBUG, SECRET, true);

        assertThat(miss(debug, get("/", "Cachette-Debug: " + other))).isEmpty();
        assertThat(hit(debug, get("/", "Cachette-Debug: " + SECRET, "Cachette-Debug: " + other)))
                .isEmpty();
        assertThat(miss(StatusSettings.NEVER, get("/x", "Cachette-Debug: "))).isEmpty();
    }

    @Test
    @Tag("R9211-13")
    void nothingIsToldWhereNobodyLooked() {
        Exchange exchange = exchange(get("/"));

        assertThat(store(StatusSettings.ALWAYS).declare(exchange, 400, fields("A: 1")))
                .isEqualTo(fields("A: 1"));
        assertThat(store(StatusSettings.ALWAYS).passing(exchange, 400, fields("A: 1")))
                .isEqualTo(fields("A: 1"));
    }

    private List<String> miss(StatusSettings settings, RequestHead request) {
        Exchange exchange = exchange(request);
        pages.lookup(exchange, POLICY);
        Map<String, List<String>> headers = store(settings)
                .complete(exchange, 200, fields(), fields(), bytes("page"))
                .headers();
        return headers.getOrDefault("Cache-Status", List.of());
    }

    private List<String> hit(StatusSettings settings, RequestHead request) {
        Exchange exchange = exchange(request);
        return store(settings).status(exchange, (PageLookup.Hit) pages.lookup(exchange, POLICY));
    }

    private PageStore store(StatusSettings settings) {
        return new PageStore(pages, given.clock, false, 1000, settings);
    }

    private static Exchange exchange(RequestHead request) {
        Exchange exchange = new Exchange("GET");
        exchange.matched(request, null, null, () -> Visitor.UNKNOWN);
        return exchange;
    }
}
