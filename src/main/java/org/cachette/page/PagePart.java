package org.cachette.page;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.cachette.http.CacheDirectives;

/**
 * What a piece of a page asks of the page it stands in. Immutable.
 *
 * @param vary request fields on which the piece depends
 * @param cookies those on which it depends, beside what {@code vary} says
 * @param directives of {@code Cache-Control}; only those that narrow take effect
 * @param neverCache whether nobody may store the page
 * @param dontStore whether the page cache may not
 * @param expiresAt how long the piece is right; empty: for ever
 */
public record PagePart(
        Set<String> vary,
        Set<String> cookies,
        CacheDirectives directives,
        boolean neverCache,
        boolean dontStore,
        Optional<Instant> expiresAt) {

    /** @throws IllegalArgumentException when one of the names is no name of a field or cookie */
    public PagePart {
        vary.forEach(FieldNames::checked);
        vary = Collections.unmodifiableSet(new LinkedHashSet<>(vary));
        cookies.forEach(FieldNames::checked);
        cookies = Collections.unmodifiableSet(new LinkedHashSet<>(cookies));
    }

    /** Whether it asks for no more than that the page live no longer. */
    public boolean saysNothing() {
        return vary.isEmpty() && cookies.isEmpty() && directives.isEmpty() && !neverCache && !dontStore;
    }
}
