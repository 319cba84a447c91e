package org.cachette.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cachette.http.CacheDirectives;
import org.cachette.http.HeaderPatch;
import org.cachette.http.TargetedField;
import org.cachette.http.VaryFields;
import org.jspecify.annotations.Nullable;

/** What the code that answers a request said about its response, in the order in which it was said. */
public final class Declarations {

    private static final CacheDirectives NOTHING = CacheDirectives.builder().build();

    private final List<String> vary = new ArrayList<>(0);
    private final Set<String> cookies = new LinkedHashSet<>(0);
    private final Set<String> groups = new LinkedHashSet<>(0);
    private final List<Said> directives = new ArrayList<>(0);
    private CacheDirectives ofParts = NOTHING;
    private @Nullable Instant expiresAt;
    private boolean changingPart;
    private boolean neverCache;
    private boolean dontStore;
    private boolean any;

    /** Directives for all caches, and what some caches are told in place of them. */
    private record Said(CacheDirectives forAll, List<TargetedField> targeted) {}

    public void varyOn(String... headerNames) {
        for (String name : headerNames) {
            vary.add(FieldNames.checked(name));
        }
        any = true;
    }

    /** Varies on cookies of those names; none: on the whole {@code Cookie} field. */
    public void varyOnCookie(String... cookieNames) {
        for (String name : cookieNames) {
            cookies.add(FieldNames.checked(name));
        }
        if (cookieNames.length == 0) {
            varyOn("Cookie");
        }
        any = true;
    }

    /** The cookies that were named. */
    Set<String> cookies() {
        return Collections.unmodifiableSet(cookies);
    }

    /**
     * The cookies on which a response depends, in place of the whole field; none when the whole was declared too, or its
     * headers say {@code Vary: Cookie} themselves.
     *
     * @param headers as they are without what named cookies add, see {@link #patchAllButCookies}
     */
    Set<String> cookies(Map<String, List<String>> headers) {
        boolean whole = vary.stream().anyMatch("Cookie"::equalsIgnoreCase)
                || VaryFields.parse(lines(headers, "Vary")).contains("Cookie");
        return whole ? Set.of() : cookies();
    }

    public void cacheControl(CacheDirectives more) {
        cacheControl(more, List.of());
    }

    /** With what some caches are told in place of that. */
    public void cacheControl(CacheDirectives more, List<TargetedField> targeted) {
        directives.add(new Said(more, targeted));
        any = true;
    }

    /** In groups of pages that are dropped together (RFC 9875). */
    public void inGroups(String... names) {
        for (String name : names) {
            groups.add(GroupNames.checked(name));
        }
        any |= names.length > 0;
    }

    Set<String> groups() {
        return Collections.unmodifiableSet(groups);
    }

    public void neverCache() {
        neverCache = true;
        any = true;
    }

    public void dontStore() {
        dontStore = true;
        any = true;
    }

    /** Says that it is right until then; the earliest instant counts. */
    public void expiresBy(Instant end) {
        if (expiresAt == null || end.isBefore(expiresAt)) {
            expiresAt = end;
        }
    }

    /** When the first of its parts ends; empty when none does. */
    Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /** Takes in what a piece asks of the page. Of its directives those that narrow: a piece cannot speak for the page. */
    void include(PagePart part) {
        part.expiresAt().ifPresent(this::expiresBy);
        vary.addAll(part.vary());
        cookies.addAll(part.cookies());
        changingPart |= !part.directives().immutable();
        ofParts = Restrictions.merged(ofParts, Restrictions.ofPart(part.directives()));
        neverCache |= part.neverCache();
        dontStore |= part.dontStore();
        any |= !part.saysNothing();
    }

    /**
     * All this, as what a piece of a page asks of the page. The groups of a piece are not kept with it: a page with such
     * a piece is not stored, since it could not be found when they are dropped.
     */
    public PagePart asPart() {
        CacheDirectives narrowing = ofParts;
        for (Said each : directives) {
            narrowing = Restrictions.merged(narrowing, Restrictions.ofPart(each.forAll()));
            for (TargetedField field : each.targeted()) {
                narrowing = Restrictions.merged(narrowing, Restrictions.ofPart(field.directives()));
            }
        }
        if (saysImmutable() && !changingPart) {
            narrowing = Restrictions.merged(
                    narrowing, CacheDirectives.builder().immutable().build());
        }
        return new PagePart(
                new LinkedHashSet<>(vary), cookies, narrowing, neverCache, dontStore || !groups.isEmpty(), expiresAt());
    }

    /** Whether nothing was said. */
    boolean isEmpty() {
        return !any;
    }

    /** Whether the page cache has to keep out, whatever the headers say. */
    boolean forbidStoring() {
        return neverCache || dontStore;
    }

    /**
     * The headers with all that was declared. A {@code private} or {@code no-store} that the response itself carries
     * stays, whatever is declared: code that looked at the visitor knows more than an annotation. What its pieces ask
     * stays too. With a status of 500 or above only restricting directives are added.
     */
    public Map<String, List<String>> patch(int status, Map<String, List<String>> headers, Instant now) {
        Map<String, List<String>> patched = patchAllButCookies(status, headers, now);
        return cookies.isEmpty() ? patched : HeaderPatch.vary(patched, "Cookie");
    }

    /**
     * The same without the {@code Vary: Cookie} that named cookies add, so that one which others add later can be told
     * from it.
     */
    Map<String, List<String>> patchAllButCookies(int status, Map<String, List<String>> headers, Instant now) {
        if (!any) {
            return headers;
        }
        Map<String, List<String>> patched = headers;
        if (!vary.isEmpty()) {
            patched = HeaderPatch.vary(patched, vary.toArray(String[]::new));
        }
        CacheDirectives own = CacheDirectives.parse(lines(headers, "Cache-Control"));
        for (Said each : directives) {
            CacheDirectives allowed = allowed(status, each.forAll());
            if (!allowed.isEmpty()) {
                patched = HeaderPatch.cacheControl(patched, allowed);
            }
        }
        if (!ofParts.isEmpty()) {
            patched = HeaderPatch.cacheControl(patched, status >= 500 ? Restrictions.of(ofParts) : ofParts);
        }
        if (own.isPrivate() || own.noStore()) {
            patched = HeaderPatch.cacheControl(patched, Restrictions.of(own));
        }
        return neverCache ? HeaderPatch.neverCache(patched, now) : withTargeted(status, patched, own);
    }

    /** A page whose pieces may change is not immutable, and an error is nothing but what restricts it. */
    private CacheDirectives allowed(int status, CacheDirectives said) {
        if (status >= 500) {
            return Restrictions.of(said);
        }
        return changingPart ? said.without("immutable") : said;
    }

    /** Whether somebody declared {@code immutable}. */
    boolean saysImmutable() {
        return directives.stream().anyMatch(each -> each.forAll().immutable());
    }

    /**
     * With what is for some caches alone. Who says such a thing may tell them more than others, but not more than anybody
     * else who took part in the answer would: those may know the visitor.
     */
    private Map<String, List<String>> withTargeted(int status, Map<String, List<String>> headers, CacheDirectives own) {
        Map<String, List<String>> patched = headers;
        for (Said said : directives) {
            for (TargetedField field : said.targeted()) {
                CacheDirectives allowed = Restrictions.merged(
                        status >= 500 ? Restrictions.of(field.directives()) : field.directives(), ofOthers(said, own));
                if (!allowed.isEmpty()) {
                    patched = HeaderPatch.targeted(patched, new TargetedField(field.name(), allowed));
                }
            }
        }
        return patched;
    }

    private CacheDirectives ofOthers(Said one, CacheDirectives own) {
        CacheDirectives narrowing = Restrictions.merged(Restrictions.of(own), ofParts);
        for (Said other : directives) {
            narrowing = other.equals(one) ? narrowing : Restrictions.merged(narrowing, Restrictions.of(other.forAll()));
        }
        return narrowing;
    }

    private static List<String> lines(Map<String, List<String>> headers, String name) {
        for (Map.Entry<String, List<String>> field : headers.entrySet()) {
            if (field.getKey().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                return field.getValue();
            }
        }
        return List.of();
    }
}
