package org.cachette.http;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The fields of a response that are kept with it. Safe for use by several threads. */
public final class StoredFields {

    private StoredFields() {}

    /**
     * The fields without those of one connection or a proxy (RFC 9111 section 3.1), and without those that
     * {@code private} or {@code no-cache} names: left out of every reuse, they need no validation (sections 5.2.2.4 and
     * 5.2.2.7). A new map, which may be changed and finds names without regard to case.
     *
     * @param control the directives that rule the response
     */
    public static Map<String, List<String>> of(Map<String, List<String>> headers, EffectiveControl control) {
        Map<String, List<String>> kept = Headers.copy(headers);
        List<String> connection = Headers.lines(kept, "Connection");
        Set<String> named = new HashSet<>();
        control.directives().privateFields().forEach(name -> named.add(name.toLowerCase(Locale.ROOT)));
        control.directives().noCacheFields().forEach(name -> named.add(name.toLowerCase(Locale.ROOT)));
        named.remove("vary"); // without it, variants would be taken for one another
        kept.keySet()
                .removeIf(name ->
                        named.contains(name.toLowerCase(Locale.ROOT)) || !FieldRules.isStored(name, connection));
        return kept;
    }
}
