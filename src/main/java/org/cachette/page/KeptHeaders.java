package org.cachette.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cachette.http.FieldRules;

/**
 * Which headers of an answer belong to the stored response. Those that describe the content or its caching are kept as
 * they went out. Of the others only what the method itself gave is kept, with the method's values: what response
 * filters add is meant for one visitor (CORS, nonces, request ids), and they run again on a hit. What came after the
 * filters was set by who wrote the body, and is kept.
 */
public final class KeptHeaders {

    private static final Set<String> DECISIVE =
            Set.of("etag", "last-modified", "cache-control", "vary", "expires", "content-location", "cache-groups");
    private static final String TARGETED = "-cache-control";
    private static final Set<String> OF_THE_MOMENT = Set.of("date", "age");

    private KeptHeaders() {}

    /** Whether the stored response alone says what this field is. */
    public static boolean isDecisive(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return FieldRules.describesContent(name) || DECISIVE.contains(lower) || lower.endsWith(TARGETED);
    }

    /** The names of the fields that are as the method gave them: no filter has set them since. */
    public static Set<String> ofMethod(Exchange exchange, Map<String, List<String>> headers) {
        return headers.keySet().stream()
                .filter(name -> headers.getOrDefault(name, List.of())
                        .equals(exchange.fromMethod().get(name)))
                .collect(Collectors.toSet());
    }

    private static boolean isOfTheMoment(String name) {
        return OF_THE_MOMENT.contains(name.toLowerCase(Locale.ROOT));
    }

    /**
     * What is kept of an answer.
     *
     * @param withMoment whether {@code Date} and {@code Age} are kept: where the response's own headers rule, its age
     *     counts from them
     */
    static Map<String, List<String>> of(
            Map<String, List<String>> answer,
            Map<String, List<String>> fromMethod,
            Map<String, List<String>> afterFilters,
            boolean storeSetCookie,
            boolean withMoment) {
        Map<String, List<String>> kept = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.forEach((name, values) -> {
            if ((!withMoment && isOfTheMoment(name))
                    || !FieldRules.isStored(name, answer.getOrDefault("Connection", List.of()))
                    || (name.equalsIgnoreCase("Set-Cookie") && !storeSetCookie)) {
                return;
            }
            if (isDecisive(name) || isOfTheMoment(name) || !values.equals(afterFilters.get(name))) {
                kept.put(name, values);
            } else if (fromMethod.containsKey(name)) {
                kept.put(name, fromMethod.getOrDefault(name, values));
            }
        });
        return kept;
    }
}
