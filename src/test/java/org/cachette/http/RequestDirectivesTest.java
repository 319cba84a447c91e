package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.http.Given.get;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class RequestDirectivesTest {

    private static RequestDirectives of(String cacheControl) {
        return RequestDirectives.of(get("Cache-Control: " + cacheControl));
    }

    @Test
    @Tag("R9111-94")
    @Tag("R9111-95")
    void eachOneIsRead() {
        RequestDirectives all =
                of("No-Cache, only-if-cached, max-age=1, min-fresh=\"2\", max-stale=3, stale-if-error=4");

        assertThat(all.noCache() && all.onlyIfCached()).isTrue();
        assertThat(all.maxAge()).hasValue(Duration.ofSeconds(1));
        assertThat(all.minFresh()).hasValue(Duration.ofSeconds(2));
        assertThat(all.maxStale()).hasValue(Duration.ofSeconds(3));
        assertThat(all.staleIfError()).hasValue(Duration.ofSeconds(4));
    }

    @Test
    void nothingIsAskedByAnEmptyRequest() {
        assertThat(RequestDirectives.of(get())).isEqualTo(of("foo"));
        assertThat(of("foo").noCache() || of("foo").onlyIfCached()).isFalse();
        assertThat(of("foo").maxStale()).isEmpty();
    }

    @Test
    void aBareMaxStaleTakesAnyAge() {
        assertThat(of("max-stale").maxStale()).hasValue(Directive.LONGEST);
    }

    @Test
    @Tag("R9111-44")
    void whatCannotBeReadIsTheStrictest() {
        RequestDirectives directives = of("max-age=x, min-fresh=-1, max-stale=y");

        assertThat(directives.maxAge()).hasValue(Duration.ZERO);
        assertThat(directives.minFresh()).hasValue(Directive.LONGEST);
        assertThat(directives.maxStale()).hasValue(Duration.ZERO);
    }

    @Test
    @Tag("R9111-104")
    void pragmaCountsOnlyWithoutCacheControl() {
        assertThat(RequestDirectives.of(get("Pragma: no-cache")).noCache()).isTrue();
        assertThat(RequestDirectives.of(get("Pragma: foo")).noCache()).isFalse();
        assertThat(RequestDirectives.of(get("Pragma: no-cache", "Cache-Control: max-age=9"))
                        .noCache())
                .isFalse();
    }
}
