package org.cachette.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** URIs of one origin, as the keys of entries may know them (RFC 3986 section 6, RFC 9110 section 4.2.3). */
final class OriginUris {

    private OriginUris() {}

    /** Adds a target URI, as it is and normalised. */
    static void addTarget(URI target, Set<URI> found) {
        add(target, target, found);
    }

    /** Adds what a field names, if it is a URI of the target's origin; scheme and authority as the target has them. */
    static void addNamed(URI target, String reference, Set<URI> found) {
        try {
            URI named = reference.startsWith("?")
                    ? uri(target, text(target.getRawPath()), new URI(reference).getRawQuery())
                    : target.resolve(new URI(reference));
            if (!reference.isEmpty() && !named.isOpaque() && isSameOrigin(target, named)) {
                add(target, named, found);
            }
        } catch (URISyntaxException e) {
            // What is no URI names nothing.
            return;
        }
    }

    static boolean isSameOrigin(URI one, URI other) {
        return Origin.scheme(one).equals(Origin.scheme(other))
                && Origin.authority(one).equals(Origin.authority(other));
    }

    private static void add(URI target, URI named, Set<URI> found) {
        String path = text(named.getRawPath());
        String absolute = path.isEmpty() ? "/" : path;
        found.add(uri(target, absolute, named.getRawQuery()));
        URI normal = uri(target, UriEscapes.normalised(absolute), UriEscapes.normalisedOrNull(named.getRawQuery()))
                .normalize();
        found.add(normal);
    }

    private static URI uri(URI target, String path, @Nullable String query) {
        String authority = target.getRawAuthority() == null ? "" : "//" + target.getRawAuthority();
        return URI.create(text(target.getScheme()) + ':' + authority + path + (query == null ? "" : '?' + query));
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }
}
