package org.cachette.page;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the URLs that were asked for last, since the same few are asked for again and again. Holds a fixed number of
 * them, long URLs not at all. Safe for use by several threads.
 */
final class RecentKeys {

    private static final int SLOTS = 256;
    private static final int LONGEST = 200;

    /** A key, for the policy and the method that it was made for: it depends on both, and on how the URL is spelled. */
    private record Known(PagePolicy policy, String method, String url, String key) {

        boolean isFor(PagePolicy asked, String by, String spelled) {
            return policy.equals(asked) && method.equals(by) && url.equals(spelled);
        }
    }

    private final AtomicReferenceArray<@Nullable Known> slots = new AtomicReferenceArray<>(SLOTS);

    /** The key of the URL, made where it is not known. */
    String get(PagePolicy policy, String method, URI uri, Supplier<String> made) {
        String url = uri.toString();
        int slot = (url.hashCode() * 31 + method.hashCode()) & (SLOTS - 1);
        Known known = slots.get(slot);
        if (known != null && known.isFor(policy, method, url)) {
            return known.key();
        }
        String key = made.get();
        if (url.length() <= LONGEST) {
            slots.set(slot, new Known(policy, method, url, key));
        }
        return key;
    }
}
