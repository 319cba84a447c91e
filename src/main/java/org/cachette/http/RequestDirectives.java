package org.cachette.http;

import java.time.Duration;
import java.util.Optional;

/**
 * What a client asks of caches (RFC 9111 section 5.2.1, RFC 5861 section 4); a cache at the origin need not obey.
 * Immutable. A lifetime that can't be read is the strictest one.
 *
 * @param noCache validate before use; also by {@code Pragma}, where there is no {@code Cache-Control}
 * @param onlyIfCached answer from the cache or not at all
 * @param maxAge the greatest age wanted
 * @param minFresh how long the answer shall still be fresh
 * @param maxStale for how long past its lifetime the answer may be used
 * @param staleIfError the same where there is an error instead of a fresh answer
 */
public record RequestDirectives(
        boolean noCache,
        boolean onlyIfCached,
        Optional<Duration> maxAge,
        Optional<Duration> minFresh,
        Optional<Duration> maxStale,
        Optional<Duration> staleIfError) {

    private static final Duration UNREADABLE = Duration.ofSeconds(-1);

    /** The directives of a request. */
    public static RequestDirectives of(RequestHead request) {
        CacheDirectives directives = CacheDirectives.parse(request.lines("Cache-Control"));
        boolean pragma = request.lines("Cache-Control").isEmpty()
                && CacheDirectives.parse(request.lines("Pragma")).noCache();
        return new RequestDirectives(
                directives.noCache() || pragma,
                directives.extension("only-if-cached").isPresent(),
                time(directives, "max-age", Duration.ZERO),
                time(directives, "min-fresh", Directive.LONGEST),
                time(directives, "max-stale", Duration.ZERO),
                directives.staleIfError());
    }

    private static Optional<Duration> time(CacheDirectives directives, String name, Duration strictest) {
        return directives
                .extension(name)
                .map(text -> text.isEmpty() && name.equals("max-stale") ? Directive.LONGEST : seconds(name, text))
                .map(time -> time.isNegative() ? strictest : time);
    }

    private static Duration seconds(String name, String text) {
        long seconds = Directive.of(name, text).seconds();
        return seconds < 0 ? UNREADABLE : Duration.ofSeconds(seconds);
    }
}
