package org.cachette.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cachette.config.ReuseSettings;
import org.cachette.http.CacheDirectives;
import org.cachette.http.EffectiveControl;

/** What is put on the headers of pages on their way out, and what stays here. Immutable. */
public final class OutgoingFields {

    /** The field that tells which parameters of the query matter. */
    public static final String NO_VARY_SEARCH = "No-Vary-Search";

    private final Set<String> withheld;

    OutgoingFields(ReuseSettings settings) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.add(EarlyRefresh.COST);
        if (settings.rules().targets().stream().anyMatch(EffectiveControl.OWN::equalsIgnoreCase)) {
            names.add(EffectiveControl.OWN);
        }
        if (!settings.groups().honoured()) {
            names.addAll(List.of("Cache-Groups", "Cache-Group-Invalidation"));
        }
        this.withheld = names;
    }

    /** Whether a field is not sent on: what is said to this cache alone (RFC 9213), and groups that do not count. */
    public boolean isWithheld(String name) {
        return withheld.contains(name);
    }

    /** Takes what is not sent on out of the headers of an answer, whose keys ignore case. */
    public void withhold(Map<String, ?> headers) {
        for (String name : withheld) {
            if (headers.containsKey(name)) {
                headers.remove(name);
            }
        }
    }

    /** What others are told about the query of that page; empty for nothing. */
    public static String noVarySearch(Exchange exchange) {
        PagePolicy policy = exchange.policy();
        return policy == null ? "" : policy.keys().noVarySearch();
    }

    /**
     * The headers without an {@code immutable} that was declared where nothing says for how long (RFC 8246): only what
     * the method itself wrote stays.
     */
    static Map<String, List<String>> withLifetime(Exchange exchange, Map<String, List<String>> headers) {
        List<String> lines = headers.getOrDefault("Cache-Control", List.of());
        if (!exchange.declarations().saysImmutable() || headers.containsKey("Expires") || isImmutable(exchange)) {
            return headers;
        }
        CacheDirectives directives = CacheDirectives.parse(lines);
        if (directives.maxAge().isPresent() || directives.sMaxAge().isPresent()) {
            return headers;
        }
        Map<String, List<String>> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sent.putAll(headers);
        CacheDirectives rest = directives.without("immutable");
        if (rest.isEmpty()) {
            sent.remove("Cache-Control");
        } else {
            sent.put("Cache-Control", List.of(rest.toString()));
        }
        return sent;
    }

    private static boolean isImmutable(Exchange exchange) {
        return CacheDirectives.parse(exchange.fromMethod().getOrDefault("Cache-Control", List.of()))
                .immutable();
    }

    /** The headers without what stays here. */
    Map<String, List<String>> without(Map<String, List<String>> headers) {
        if (headers.keySet().stream().noneMatch(withheld::contains)) {
            return headers;
        }
        Map<String, List<String>> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sent.putAll(headers);
        sent.keySet().removeAll(withheld);
        return sent;
    }

    /** The same with what is put on a page. */
    Map<String, List<String>> of(Exchange exchange, Map<String, List<String>> headers) {
        String search = noVarySearch(exchange);
        if (search.isEmpty() || headers.containsKey(NO_VARY_SEARCH)) {
            return without(headers);
        }
        Map<String, List<String>> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sent.putAll(without(headers));
        sent.put(NO_VARY_SEARCH, List.of(search));
        return sent;
    }
}
