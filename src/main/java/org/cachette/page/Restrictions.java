package org.cachette.page;

import java.time.Duration;
import org.cachette.http.CacheDirectives;
import org.cachette.http.CacheDirectivesBuilder;

/** Those of some directives that narrow the use of a response. */
final class Restrictions {

    private Restrictions() {}

    static CacheDirectives of(CacheDirectives directives) {
        CacheDirectivesBuilder some = CacheDirectives.builder();
        if (directives.isPrivate()) {
            some.isPrivate();
        }
        if (directives.noCache()) {
            some.noCache();
        }
        if (directives.noStore()) {
            some.noStore();
        }
        if (directives.noTransform()) {
            some.noTransform();
        }
        if (directives.mustRevalidate()) {
            some.mustRevalidate();
        }
        if (directives.proxyRevalidate()) {
            some.proxyRevalidate();
        }
        if (directives.maxAge().filter(Duration::isZero).isPresent()) {
            some.maxAge(Duration.ZERO);
        }
        return some.build();
    }
}
