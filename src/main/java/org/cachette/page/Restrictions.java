package org.cachette.page;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cachette.http.CacheDirectives;
import org.cachette.http.CacheDirectivesBuilder;
import org.cachette.http.HeaderPatch;

/** Those of some directives that narrow the use of a response. */
final class Restrictions {

    private Restrictions() {}

    /**
     * Those that a piece of a page may put on the page. Not {@code public}, {@code s-maxage} and {@code must-revalidate},
     * by which an answer to an identified visitor may be shared: a piece does not know what else is on the page.
     */
    static CacheDirectives ofPart(CacheDirectives directives) {
        CacheDirectivesBuilder some = always(directives);
        if (directives.proxyRevalidate()) {
            some.proxyRevalidate();
        }
        directives.maxAge().ifPresent(some::maxAge);
        return some.build();
    }

    /** Both, as one. */
    static CacheDirectives merged(CacheDirectives some, CacheDirectives more) {
        if (some.isEmpty() || more.isEmpty()) {
            return some.isEmpty() ? more : some;
        }
        Map<String, List<String>> field = Map.of("Cache-Control", List.of(some.toString()));
        return CacheDirectives.parse(HeaderPatch.cacheControl(field, more).getOrDefault("Cache-Control", List.of()));
    }

    static CacheDirectives of(CacheDirectives directives) {
        CacheDirectivesBuilder some = always(directives);
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

    private static CacheDirectivesBuilder always(CacheDirectives directives) {
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
        return some;
    }
}
