package org.cachette.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Changes to the header fields of a response. Each gives a new map, which may be changed and finds names without regard
 * to case; the map given stays as it is, and may have names of any letter case. Safe for use by several threads.
 * Django: {@code django.utils.cache}.
 */
public final class HeaderPatch {

    private static final CacheDirectives NEVER = CacheDirectives.builder()
            .noCache()
            .noStore()
            .mustRevalidate()
            .isPrivate()
            .build();

    private HeaderPatch() {}

    /**
     * Names added to {@code Vary}, behind those already there; {@code *} absorbs all. Without names an absent field
     * becomes an empty one. Django: {@code patch_vary_headers}.
     *
     * @throws IllegalArgumentException if a name is no field name
     */
    public static Map<String, List<String>> vary(Map<String, List<String>> headers, String... names) {
        Map<String, List<String>> patched = Headers.copy(headers);
        VaryFields fields = VaryFields.parse(Headers.lines(patched, "Vary")).with(names);
        patched.put("Vary", List.of(fields.toString()));
        return patched;
    }

    /**
     * Directives merged into {@code Cache-Control}: {@code max-age} to the smaller, {@code public} and {@code private}
     * replace each other, {@code no-cache} and {@code private} add up, any other new value replaces the earlier one.
     * Existing directives come first. Without directives an absent field becomes an empty one. Django:
     * {@code patch_cache_control}.
     */
    public static Map<String, List<String>> cacheControl(
            Map<String, List<String>> headers, CacheDirectives directives) {
        Map<String, List<String>> patched = Headers.copy(headers);
        CacheDirectives existing = CacheDirectives.parse(Headers.lines(patched, "Cache-Control"));
        patched.put("Cache-Control", List.of(existing.patchedBy(directives).toString()));
        return patched;
    }

    /**
     * Directives for some caches alone, merged into what their field says already as {@link #cacheControl} merges; one
     * that can't be read is replaced (RFC 9213).
     */
    public static Map<String, List<String>> targeted(Map<String, List<String>> headers, TargetedField field) {
        Map<String, List<String>> patched = Headers.copy(headers);
        CacheDirectives merged = TargetedDirectives.parse(Headers.lines(patched, field.name()))
                .map(existing -> existing.patchedBy(field.directives()))
                .orElse(field.directives());
        patched.put(field.name(), List.of(TargetedDirectives.format(merged)));
        return patched;
    }

    /**
     * Headers that let clients keep the response for a time: {@code Expires} if absent, and {@code max-age}, merged to
     * the smaller. A negative timeout counts as zero, one above 2^31 seconds as that. Django:
     * {@code patch_response_headers}.
     */
    public static Map<String, List<String>> responseHeaders(
            Map<String, List<String>> headers, Duration timeout, Instant now) {
        Duration lifetime = timeout.isNegative() ? Duration.ZERO : timeout;
        if (lifetime.compareTo(Directive.LONGEST) > 0) {
            lifetime = Directive.LONGEST;
        }
        Map<String, List<String>> patched =
                cacheControl(headers, CacheDirectives.builder().maxAge(lifetime).build());
        patched.putIfAbsent("Expires", List.of(HttpDates.format(now.plus(lifetime))));
        return patched;
    }

    /**
     * Headers that keep the response out of every cache: {@code max-age=0, no-cache, no-store, must-revalidate,
     * private}, and {@code Expires}, if absent, of now. Django: {@code add_never_cache_headers}.
     */
    public static Map<String, List<String>> neverCache(Map<String, List<String>> headers, Instant now) {
        return cacheControl(responseHeaders(headers, Duration.ZERO, now), NEVER);
    }
}
