package org.cachette.page;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The cookies on which a page depends, in place of the whole field. */
final class PageCookies {

    private PageCookies() {}

    /** By its own word, or by settings whatever it says; none for the whole field. */
    static Set<String> of(Exchange exchange, Map<String, List<String>> headers) {
        Set<String> bySettings = bySettings(exchange);
        return bySettings.isEmpty() ? exchange.declarations().cookies(headers) : bySettings;
    }

    /** Those on which the page depends whatever it says itself; none where settings name none. */
    static Set<String> bySettings(Exchange exchange) {
        PagePolicy policy = exchange.policy();
        return policy == null || policy.keys().cookies().isEmpty()
                ? Set.of()
                : exchange.declarations().cookies();
    }
}
