package org.cachette.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds {@link CacheDirectives}, in the order of the calls; a directive given again keeps its place and takes the new
 * value. Not safe for use by several threads. Every duration is cut to whole seconds and to 2^31 of them, and a
 * negative one is an {@link IllegalArgumentException}.
 */
public final class CacheDirectivesBuilder {

    private final Map<String, Directive> all = new LinkedHashMap<>();

    CacheDirectivesBuilder() {}

    /** {@code public}: any cache may store the response, also one to an identified visitor. */
    public CacheDirectivesBuilder isPublic() {
        return put(Directive.bare("public"));
    }

    /** {@code private}: only the visitor's own cache may store the response. */
    public CacheDirectivesBuilder isPrivate() {
        return put(Directive.bare("private"));
    }

    /** {@code private} for these fields only; without any, for the whole response. */
    public CacheDirectivesBuilder isPrivate(String... fields) {
        return putFields("private", fields);
    }

    /** {@code no-cache}: validated before each use. */
    public CacheDirectivesBuilder noCache() {
        return put(Directive.bare("no-cache"));
    }

    /** {@code no-cache} for these fields only; without any, for the whole response. */
    public CacheDirectivesBuilder noCache(String... fields) {
        return putFields("no-cache", fields);
    }

    /** {@code no-store}: nobody may store the response. */
    public CacheDirectivesBuilder noStore() {
        return put(Directive.bare("no-store"));
    }

    /** {@code no-transform}: the content must not be changed on its way. */
    public CacheDirectivesBuilder noTransform() {
        return put(Directive.bare("no-transform"));
    }

    /** {@code must-revalidate}: never used stale. */
    public CacheDirectivesBuilder mustRevalidate() {
        return put(Directive.bare("must-revalidate"));
    }

    /** {@code proxy-revalidate}: never used stale by shared caches. */
    public CacheDirectivesBuilder proxyRevalidate() {
        return put(Directive.bare("proxy-revalidate"));
    }

    /** {@code must-understand}: only for caches that implement the status code. */
    public CacheDirectivesBuilder mustUnderstand() {
        return put(Directive.bare("must-understand"));
    }

    /** {@code immutable}: does not change while fresh (RFC 8246). */
    public CacheDirectivesBuilder immutable() {
        return put(Directive.bare("immutable"));
    }

    /** {@code max-age}: the freshness lifetime. */
    public CacheDirectivesBuilder maxAge(Duration lifetime) {
        return putSeconds("max-age", lifetime);
    }

    /** {@code s-maxage}: the freshness lifetime in shared caches. */
    public CacheDirectivesBuilder sMaxAge(Duration lifetime) {
        return putSeconds("s-maxage", lifetime);
    }

    /** {@code stale-while-revalidate} (RFC 5861 section 3). */
    public CacheDirectivesBuilder staleWhileRevalidate(Duration time) {
        return putSeconds("stale-while-revalidate", time);
    }

    /** {@code stale-if-error} (RFC 5861 section 4). */
    public CacheDirectivesBuilder staleIfError(Duration time) {
        return putSeconds("stale-if-error", time);
    }

    /**
     * Another directive with an argument, which is quoted when it is not a token.
     *
     * @throws IllegalArgumentException if the name is no token or has a method of its own, or for control characters
     */
    public CacheDirectivesBuilder extension(String name, String value) {
        if (Tokens.hasControls(value)) {
            throw new IllegalArgumentException("The value of Cache-Control directive \"" + Tokens.clean(name)
                    + "\" has control characters: \"" + Tokens.clean(value) + "\"; expected printable text");
        }
        return put(Directive.of(StandardDirectives.requireOther(name), value));
    }

    /**
     * Another directive, without argument.
     *
     * @throws IllegalArgumentException if the name is no token or has a method of its own
     */
    public CacheDirectivesBuilder extension(String name) {
        return put(Directive.bare(StandardDirectives.requireOther(name)));
    }

    /**
     * The directives given so far.
     *
     * @throws IllegalArgumentException if the response would be both public and private
     */
    public CacheDirectives build() {
        if (all.containsKey("public") && all.containsKey("private")) {
            throw new IllegalArgumentException(
                    "Cache-Control has both public and private: expected one of them (RFC 9111 section 5.2.2)");
        }
        return new CacheDirectives(all.values());
    }

    private CacheDirectivesBuilder putFields(String name, String... fields) {
        List<String> names = List.of(fields);
        names.forEach(field -> Tokens.requireToken("A field of Cache-Control directive " + name, field));
        return put(names.isEmpty() ? Directive.bare(name) : Directive.of(name, String.join(", ", names)));
    }

    private CacheDirectivesBuilder putSeconds(String name, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException(
                    "Cache-Control directive " + name + " is " + time + ": expected zero or a positive duration");
        }
        return put(Directive.seconds(name, time.toSeconds()));
    }

    private CacheDirectivesBuilder put(Directive directive) {
        all.put(directive.name(), directive);
        return this;
    }
}
