package org.cachette.http;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The directives of a {@code Cache-Control} field (RFC 9111 section 5.2, RFC 5861, RFC 8246). Immutable. Durations are
 * whole seconds, at most 2^31; those that are absent, or that can't be read, are an empty {@code Optional}.
 */
public final class CacheDirectives {

    private static final CacheDirectives NONE = new CacheDirectives(List.of());

    private final List<Directive> all;
    private final Optional<Duration> maxAge;
    private final Optional<Duration> sMaxAge;

    CacheDirectives(Collection<Directive> all) {
        this.all = List.copyOf(all);
        this.maxAge = duration("max-age");
        this.sMaxAge = duration("s-maxage");
    }

    /** A builder without any directive. */
    public static CacheDirectivesBuilder builder() {
        return new CacheDirectivesBuilder();
    }

    /** The directives in a field value of one line; see {@link #parse(List)}. */
    public static CacheDirectives parse(String value) {
        return parse(List.of(value));
    }

    /**
     * The directives in the lines of a field; never an exception. Unknown ones are kept. Of a repeated directive the
     * first value counts (RFC 9111 section 4.2.1), but {@code no-cache} and {@code private} add up.
     */
    public static CacheDirectives parse(List<String> lines) {
        if (lines.isEmpty()) {
            return NONE;
        }
        Map<String, Directive> found = new LinkedHashMap<>();
        for (String line : lines) {
            for (Directive each : DirectiveScanner.scan(line)) {
                found.merge(
                        each.name(),
                        each,
                        (first, next) -> Directive.hasFields(first.name()) ? first.joined(next) : first);
            }
        }
        return new CacheDirectives(found.values());
    }

    /** {@code public}: any cache may store the response. */
    public boolean isPublic() {
        return find("public") != null;
    }

    /** {@code private}, bare or for some fields only: see {@link #privateFields()}. */
    public boolean isPrivate() {
        return find("private") != null;
    }

    /** The fields that {@code private} is limited to; empty when it is absent or covers the whole response. */
    public List<String> privateFields() {
        return fields("private");
    }

    /** {@code no-cache}, bare or for some fields only: see {@link #noCacheFields()}. */
    public boolean noCache() {
        return find("no-cache") != null;
    }

    /** The fields that {@code no-cache} is limited to; empty when it is absent or covers the whole response. */
    public List<String> noCacheFields() {
        return fields("no-cache");
    }

    /** {@code no-store}: nobody may store the response. */
    public boolean noStore() {
        return find("no-store") != null;
    }

    /** {@code no-transform}: the content must not be changed on its way. */
    public boolean noTransform() {
        return find("no-transform") != null;
    }

    /** {@code must-revalidate}: never used stale. */
    public boolean mustRevalidate() {
        return find("must-revalidate") != null;
    }

    /** {@code proxy-revalidate}: never used stale by shared caches. */
    public boolean proxyRevalidate() {
        return find("proxy-revalidate") != null;
    }

    /** {@code must-understand}: only for caches that implement the status code. */
    public boolean mustUnderstand() {
        return find("must-understand") != null;
    }

    /** {@code immutable}: does not change while fresh (RFC 8246). */
    public boolean immutable() {
        return find("immutable") != null;
    }

    /** {@code max-age}: the freshness lifetime. */
    public Optional<Duration> maxAge() {
        return maxAge;
    }

    /** {@code s-maxage}: the freshness lifetime in shared caches. */
    public Optional<Duration> sMaxAge() {
        return sMaxAge;
    }

    /** {@code stale-while-revalidate}: how long a stale response may be used meanwhile (RFC 5861 section 3). */
    public Optional<Duration> staleWhileRevalidate() {
        return duration("stale-while-revalidate");
    }

    /** {@code stale-if-error}: how long a stale response may stand in for an error (RFC 5861 section 4). */
    public Optional<Duration> staleIfError() {
        return duration("stale-if-error");
    }

    /** The argument of the directive of that name, unquoted; empty text for a bare one, empty when there is none. */
    public Optional<String> extension(String name) {
        for (Directive each : all) {
            if (each.name().equalsIgnoreCase(name)) {
                String text = each.text();
                return Optional.of(text == null ? "" : text);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether {@code max-age} or {@code s-maxage} is there but no number, so that the response counts as stale (RFC
     * 9111 section 4.2.1).
     */
    public boolean hasUnreadableFreshness() {
        return (find("max-age") != null && maxAge.isEmpty()) || (find("s-maxage") != null && sMaxAge.isEmpty());
    }

    /** Whether there is no directive. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    List<Directive> all() {
        return all;
    }

    /** The same without the directive of that name, in lower case. */
    public CacheDirectives without(String name) {
        return new CacheDirectives(
                all.stream().filter(each -> !each.name().equals(name)).toList());
    }

    /** These directives changed by others, as {@link HeaderPatch#cacheControl} does it. */
    CacheDirectives patchedBy(CacheDirectives patch) {
        Map<String, Directive> merged = new LinkedHashMap<>();
        all.forEach(each -> merged.put(each.name(), each));
        boolean isPrivate = patch.isPrivate();
        for (Directive each : patch.all) {
            switch (each.name()) {
                case "max-age" -> merged.merge("max-age", each, CacheDirectives::shorter);
                case "no-cache" -> merged.merge("no-cache", each, Directive::joined);
                case "private" -> {
                    merged.remove("public");
                    merged.merge("private", each, Directive::joined);
                }
                case "public" -> {
                    if (!isPrivate) {
                        merged.remove("private");
                        merged.put("public", each);
                    }
                }
                default -> merged.put(each.name(), each);
            }
        }
        return new CacheDirectives(merged.values());
    }

    private static Directive shorter(Directive existing, Directive added) {
        long seconds = existing.seconds();
        return seconds >= 0 && (seconds <= added.seconds() || added.seconds() < 0) ? existing : added;
    }

    private @Nullable Directive find(String name) {
        for (Directive each : all) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return null;
    }

    private Optional<Duration> duration(String name) {
        Directive found = find(name);
        long seconds = found == null ? -1 : found.seconds();
        return seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    }

    private List<String> fields(String name) {
        Directive found = find(name);
        return found == null ? List.of() : List.copyOf(found.fields());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CacheDirectives that && all.equals(that.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    /** The value of the field; empty text without directives. */
    @Override
    public String toString() {
        return all.stream().map(Directive::toString).collect(Collectors.joining(", "));
    }
}
