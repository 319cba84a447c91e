package org.cachette.page;

import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.cachette.Pages;
import org.cachette.http.Invalidation;
import org.cachette.http.RequestHead;
import org.cachette.http.ResponseHead;
import org.jspecify.annotations.Nullable;

/** The pages of an application. Safe for use by several threads. */
public final class CachedPages implements Pages {

    private static final ResponseHead DONE = new ResponseHead(200, Map.of());

    private final PageInvalidation invalidation;
    private final Supplier<@Nullable Exchange> requests;

    /** @param requests gives the exchange of the request that the calling thread answers; null when it answers none */
    public CachedPages(PageInvalidation invalidation, Supplier<@Nullable Exchange> requests) {
        this.invalidation = invalidation;
        this.requests = requests;
    }

    /** As after a method that has changed what is under that URI: as it is, and normalised. */
    @Override
    public boolean invalidate(URI uri) {
        boolean any = false;
        for (URI each : spellings(uri)) {
            any |= invalidation.purge(each);
        }
        return any;
    }

    private Collection<URI> spellings(URI uri) {
        return Invalidation.of(new RequestHead("POST", absolute(uri), Map.of()), DONE)
                .uris();
    }

    /** Says that somebody begins to change what the page under that URI shows: until it is closed it is not stored. */
    public void opened(URI uri) {
        spellings(uri).forEach(invalidation::opened);
    }

    /** Says that the change is over, and whether it holds, so that the page goes. */
    public void closed(URI uri, boolean changed) {
        spellings(uri).forEach(each -> invalidation.closed(each, changed));
    }

    @Override
    public long invalidatePrefix(URI prefix) {
        invalidation.invalidatePrefix(absolute(prefix));
        return -1;
    }

    @Override
    public Optional<String> key(URI uri) {
        return invalidation.key(absolute(uri));
    }

    @Override
    public void clear() {
        invalidation.clear();
    }

    /**
     * The URI with scheme and host of the current request, where it has none.
     *
     * @throws IllegalArgumentException where it has none and there is no request
     */
    public URI absolute(URI uri) {
        if (uri.getRawAuthority() != null && uri.isAbsolute()) {
            return uri;
        }
        Exchange exchange = requests.get();
        RequestHead request = exchange == null ? null : exchange.request();
        if (request == null) {
            throw new IllegalArgumentException("the URI of a page is \"" + uri
                    + "\", and no request is being answered on this thread, whose scheme"
                    + " and host would complete it: expected one such as http://example.com/topics");
        }
        if (!Objects.requireNonNullElse(uri.getRawPath(), "").startsWith("/")) {
            throw new IllegalArgumentException("the URI of a page is \"" + uri
                    + "\": expected one such as http://example.com/topics, or a path that begins with /");
        }
        return request.uri().resolve(uri);
    }
}
