package org.cachette.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.cachette.Timeout;

/**
 * The settings of page caching, {@code cachette.site.*} and {@code cachette.pages.*}.
 *
 * @param siteEnabled whether the whole site is cached
 * @param siteCache the name of the configured cache that holds its pages
 * @param siteTimeout how long its pages may be used; empty: only what the response's own headers allow
 * @param siteKeyPrefix the key prefix of its pages
 * @param maxBody bytes of the longest body that is stored, for every cached page
 * @param storeSetCookie whether pages that set a cookie may be stored
 * @param cacheStatus whether answers tell in {@code Cache-Status} (RFC 9211) what became of a request
 * @param longestWait of a request for another one that makes the same page; zero: nobody waits
 * @param keys what of a request's query and cookies tells pages apart, where no rule says otherwise
 * @param rules by the quoted part of {@code cachette.pages."…"}, a URL template or class and method
 */
public record PageSettings(
        boolean siteEnabled,
        String siteCache,
        Optional<Timeout> siteTimeout,
        String siteKeyPrefix,
        int maxBody,
        boolean storeSetCookie,
        boolean cacheStatus,
        Duration longestWait,
        KeySettings keys,
        Map<String, PageRule> rules) {

    public PageSettings {
        rules = Map.copyOf(rules);
    }
}
