package org.cachette.page;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cachette.http.CacheGroups;

/**
 * Tells caches the groups that a response was declared to be in (RFC 9875 section 2). Where they are more than fits, none
 * are told, and the response is not stored: it would not go when they are dropped. Safe for use by several threads.
 */
final class WrittenGroups {

    private static final Logger LOG = System.getLogger("org.cachette.page");
    private static final String FIELD = "Cache-Groups";

    private final AtomicBoolean warned = new AtomicBoolean();

    Map<String, List<String>> in(Exchange exchange, Map<String, List<String>> headers) {
        Set<String> declared = exchange.declarations().groups();
        if (declared.isEmpty()) {
            return headers;
        }
        Set<String> all = new LinkedHashSet<>(CacheGroups.of(headers));
        all.addAll(declared);
        Map<String, List<String>> written = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        written.putAll(headers);
        written.remove(FIELD);
        Optional<String> field = GroupNames.field(all);
        if (field.isPresent()) {
            written.put(FIELD, List.of(field.get()));
        } else {
            exchange.declarations().dontStore();
            if (warned.compareAndSet(false, true)) {
                LOG.log(
                        Level.WARNING,
                        "{0} is in {1} groups, which is more than Cache-Groups can tell: it goes out without any, and is"
                                + " not stored. Use fewer or shorter names",
                        PageCache.describe(exchange.request()),
                        all.size());
            }
        }
        return written;
    }
}
