package org.cachette.config;

import java.util.Optional;
import org.cachette.Timeout;

/**
 * What {@code cachette.pages."…"} says of a URL template or a method; each part is empty when not set.
 *
 * @param timeout how long the page may be used
 * @param cache the name of a configured cache
 * @param keyPrefix keeps pages apart from those of others in the same cache
 * @param keys what of a request's query and cookies tells the pages apart; what the site says where the rule is silent
 */
public record PageRule(
        Optional<Timeout> timeout, Optional<String> cache, Optional<String> keyPrefix, KeySettings keys) {}
