package org.cachette.config;

import java.util.Optional;
import org.cachette.Timeout;

/**
 * What {@code cachette.pages."…"} says of a URL template or a method; each part is empty when not set.
 *
 * @param timeout how long the page may be used
 * @param cache the name of a configured cache
 * @param keyPrefix keeps pages apart from those of others in the same cache
 */
public record PageRule(Optional<Timeout> timeout, Optional<String> cache, Optional<String> keyPrefix) {}
