package org.cachette.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Headers travel between JAX-RS and the rules. */
final class HeadersTest {

    private final MultivaluedMap<String, Object> live = new MultivaluedHashMap<>();

    @Test
    void aCopyFindsNamesWithoutRegardToCase() {
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
        headers.add("cache-control", "max-age=5");

        assertThat(Headers.copy(headers)).containsEntry("Cache-Control", List.of("max-age=5"));
    }

    @Test
    void aValueThatDidNotChangeKeepsItsObject() {
        Object date = Instant.EPOCH;
        live.add("Last-Modified", date);
        Headers.apply(
                live,
                Map.of("Last-Modified", List.of("then")),
                Map.of("Last-Modified", List.of("then"), "Vary", List.of("Cookie")));

        assertThat(live.getFirst("Last-Modified")).isSameAs(date);
        assertThat(live.get("Vary")).containsExactly("Cookie");
    }

    @Test
    void aFieldIsReplacedUnderWhateverSpelling() {
        live.add("etag", "old");
        Headers.set(live, "ETag", List.of("new"));

        assertThat(live).hasSize(1);
        assertThat(live.get("ETag")).containsExactly("new");
    }

    @Test
    void whatIsNoLongerThereIsRemoved() {
        live.add("content-type", "text/plain");
        live.add("X-A", "1");
        Headers.apply(
                live, Map.of("Content-Type", List.of("text/plain"), "X-A", List.of("1")), Map.of("X-A", List.of("1")));

        assertThat(live).containsOnlyKeys("X-A");
    }
}
