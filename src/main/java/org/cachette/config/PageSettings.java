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
 * @param cacheStatus who is told in {@code Cache-Status} (RFC 9211) what became of a request
 * @param longestWait of a request for another one that makes the same page; zero: nobody waits
 * @param reuse how stored pages may be used
 * @param queryContent bytes of the longest content of a QUERY that is part of a key; 0: QUERY is not cached
 * @param normalizeQuery whether such content is put into one form for the key, where its type has one
 * @param varyLanguage whether the language that the application chose for a visitor tells pages apart
 * @param varyTimeZone whether the time zone does
 * @param conditionalGet whether pages that are not cached get an {@code ETag}, and 304 where the client has them
 * @param earlyHits whether hits may be answered before JAX-RS, where nothing of the application stands between
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
        StatusSettings cacheStatus,
        Duration longestWait,
        ReuseSettings reuse,
        int queryContent,
        boolean normalizeQuery,
        boolean varyLanguage,
        boolean varyTimeZone,
        boolean conditionalGet,
        boolean earlyHits,
        KeySettings keys,
        Map<String, PageRule> rules) {

    public PageSettings {
        rules = Map.copyOf(rules);
    }
}
