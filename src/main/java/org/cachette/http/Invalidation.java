package org.cachette.http;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the answer to a request makes outdated (RFC 9111 section 4.4, RFC 9875 section 3). Immutable.
 *
 * @param uris the URIs whose entries go, all variants of them, as entries may know them: written as given, and normalised
 * @param groups the cache groups of the request's origin whose entries go; their own groups do not follow
 * @param reason a sentence that says why
 */
public record Invalidation(Set<URI> uris, List<String> groups, String reason) {

    // QUERY is safe by its own specification; what is not known here counts as unsafe.
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "QUERY");

    /** Keeps copies. */
    public Invalidation {
        uris = Set.copyOf(uris);
        groups = List.copyOf(groups);
    }

    /** Whether anything goes. */
    public boolean isNeeded() {
        return !uris.isEmpty() || !groups.isEmpty();
    }

    /** What goes after this answer: the target and what it names on the same origin; nothing after an error. */
    public static Invalidation of(RequestHead request, ResponseHead response) {
        if (SAFE.contains(request.method())) {
            return nothing("the method is safe");
        }
        if (response.status() < 200 || response.status() > 399) {
            return nothing("the answer is no success");
        }
        Set<URI> uris = new LinkedHashSet<>();
        OriginUris.addTarget(request.uri(), uris);
        for (String name : List.of("Location", "Content-Location")) {
            for (String line : response.lines(name)) {
                OriginUris.addNamed(request.uri(), line.trim(), uris);
            }
        }
        return new Invalidation(
                uris,
                CacheGroups.parse(response.lines("Cache-Group-Invalidation")),
                request.method() + " may have changed it");
    }

    private static Invalidation nothing(String reason) {
        return new Invalidation(Set.of(), List.of(), reason);
    }
}
