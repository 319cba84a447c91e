package org.cachette.value;

import java.net.URI;
import org.cachette.fragment.FragmentCache;
import org.cachette.page.CachedPages;
import org.cachette.page.ShortKeys;
import org.jspecify.annotations.Nullable;

/** Where that stands which annotations speak of. */
record Addresses(FragmentCache fragments, CachedPages pages) {

    Target.OfValue value(String cache, String key) {
        return new Target.OfValue(cache.isEmpty() ? "default" : cache, ShortKeys.of("value", key));
    }

    Target.OfFragment fragment(String cache, String name, @Nullable Object... varyOn) {
        return new Target.OfFragment(cache.isEmpty() ? fragments.cacheName() : cache, fragments.key(name, varyOn));
    }

    /** With scheme and host of the current request, where it has none. */
    URI page(String uri) {
        return pages.absolute(URI.create(uri));
    }
}
