package org.cachette.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The directives that rule a response for this cache: those of the first targeted field that it obeys, else those of
 * {@code Cache-Control} (RFC 9213 section 2.2). Immutable.
 *
 * @param field the name of the field that rules
 * @param directives what it says
 */
public record EffectiveControl(String field, CacheDirectives directives) {

    /** The targeted field that is for this cache alone. */
    public static final String OWN = "Cachette-Cache-Control";

    private static final String GENERAL = "Cache-Control";

    /**
     * The directives that rule. A targeted field that is malformed or empty does not count.
     *
     * @param headers the fields of the response
     * @param targets the names of the targeted fields that this cache obeys, the first one first; may be empty
     */
    public static EffectiveControl of(Map<String, List<String>> headers, List<String> targets) {
        return of(headers, targets, () -> CacheDirectives.parse(Headers.lines(headers, GENERAL)));
    }

    /** The directives that rule a stored response. */
    public static EffectiveControl of(StoredResponse stored, List<String> targets) {
        return stored.control(targets);
    }

    static EffectiveControl of(
            Map<String, List<String>> headers, List<String> targets, Supplier<CacheDirectives> general) {
        for (String target : targets) {
            Optional<CacheDirectives> targeted = TargetedDirectives.parse(Headers.lines(headers, target));
            if (targeted.isPresent()) {
                return new EffectiveControl(target, targeted.get());
            }
        }
        return new EffectiveControl(GENERAL, general.get());
    }

    /** Whether a targeted field rules, so that neither {@code Cache-Control} nor {@code Expires} counts. */
    public boolean isTargeted() {
        return !field.equals(GENERAL);
    }

    /** Whether the response must be validated before each use: {@code no-cache} for the whole of it. */
    public boolean mustBeValidated() {
        return directives.noCache() && directives.noCacheFields().isEmpty();
    }

    /** Whether the whole response is for one visitor alone: {@code private} without fields. */
    public boolean isWhollyPrivate() {
        return directives.isPrivate() && directives.privateFields().isEmpty();
    }
}
