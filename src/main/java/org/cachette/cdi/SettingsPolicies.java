package org.cachette.cdi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.NeverCache;
import org.cachette.config.PageRule;
import org.cachette.config.PageSettings;
import org.cachette.page.ConfiguredPolicies;
import org.cachette.page.MethodAnnotations;
import org.cachette.page.PagePolicy;
import org.cachette.page.PageRegion;
import org.jspecify.annotations.Nullable;

/**
 * The policies of pages without {@code @CachePage}: the rule for the method, else for the URL, else for the site. A page
 * under {@code @NeverCache} has none.
 */
final class SettingsPolicies implements ConfiguredPolicies {

    private static final Logger LOG = System.getLogger("org.cachette.cdi");

    private record Matched(Class<?> resource, Method method) {}

    /**
     * A method that is not annotated.
     *
     * @param always its policy whatever the URL; null where the URL decides
     * @param byUrl its policies where a rule for URLs decides, by the rule's template
     * @param otherwise its policy where no rule decides; null for none
     * @param guard what a hit from outside of the method would skip
     */
    private record Plain(
            @Nullable PagePolicy always,
            Map<String, PagePolicy> byUrl,
            @Nullable PagePolicy otherwise,
            Optional<String> guard) {}

    private final PageSettings settings;
    private final PagePolicies policies;
    private final UnguardedResources unguarded;
    private final Guards guards;
    private final List<UrlRule> byUrl;
    private final ConcurrentMap<Matched, Optional<PagePolicy>> annotated = new ConcurrentHashMap<>();
    private final ConcurrentMap<Matched, Optional<Plain>> plain = new ConcurrentHashMap<>();
    private final Set<Method> warned = ConcurrentHashMap.newKeySet();

    SettingsPolicies(PageSettings settings, PagePolicies policies, UnguardedResources unguarded, Guards guards) {
        this.settings = settings;
        this.policies = policies;
        this.unguarded = unguarded;
        this.guards = guards;
        this.byUrl = settings.rules().entrySet().stream()
                .filter(rule -> rule.getKey().startsWith("/"))
                .map(rule -> UrlRule.of(rule.getKey(), rule.getValue()))
                .sorted(UrlRule.MOST_LITERAL_FIRST)
                .toList();
    }

    @Override
    public @Nullable PagePolicy annotated(Class<?> resource, Method method) {
        return known(annotated, new Matched(resource, method), this::annotated).orElse(null);
    }

    private Optional<PagePolicy> annotated(Matched matched) {
        if (!unguarded.contains(matched.resource())) {
            return Optional.empty();
        }
        Method method = ResourceMethods.ofClass(matched.resource(), matched.method());
        return MethodAnnotations.find(CachePage.class, method, matched.resource())
                .map(page -> policies.find(method, matched.resource()));
    }

    @Override
    public @Nullable PagePolicy find(Class<?> resource, Method method, String path) {
        Plain matched = known(plain, new Matched(resource, method), this::plain).orElse(null);
        if (matched == null) {
            return null;
        }
        PagePolicy policy = policy(matched, path);
        return policy == null || isGuarded(matched, method) ? null : policy;
    }

    /** Looks before it computes: to compute locks, even what is there. */
    private static <T> T known(ConcurrentMap<Matched, T> all, Matched matched, Function<Matched, T> compute) {
        T found = all.get(matched);
        return found == null ? all.computeIfAbsent(matched, compute) : found;
    }

    private @Nullable PagePolicy policy(Plain matched, String path) {
        if (matched.always() != null) {
            return matched.always();
        }
        for (UrlRule each : byUrl) {
            if (each.matches(path)) {
                return matched.byUrl().get(each.template());
            }
        }
        return matched.otherwise();
    }

    /** Told once a method, so that no page is silently left out. */
    private boolean isGuarded(Plain matched, Method method) {
        if (matched.guard().isPresent() && warned.add(method)) {
            LOG.log(
                    Level.WARNING,
                    "the pages of {0} are not cached by settings, since a hit would skip {1}: put @CachePage on it,"
                            + " which is served inside of that",
                    AnnotationCheck.name(method),
                    matched.guard().get());
        }
        return matched.guard().isPresent();
    }

    /** Where pages are by settings alone. */
    static Set<PageRegion> regions(PageSettings settings) {
        Set<PageRegion> regions = new HashSet<>();
        settings.rules()
                .values()
                .forEach(rule -> regions.add(new PageRegion(
                        rule.cache().orElse("default"),
                        rule.keyPrefix().orElse(""),
                        PagePolicies.keys(rule.keys()).query())));
        if (settings.siteEnabled()) {
            regions.add(new PageRegion(
                    settings.siteCache(),
                    settings.siteKeyPrefix(),
                    PagePolicies.keys(settings.keys()).query()));
        }
        return regions;
    }

    private Optional<Plain> plain(Matched matched) {
        Method method = ResourceMethods.ofClass(matched.resource(), matched.method());
        if (Stream.<Class<? extends Annotation>>of(CachePage.class, NeverCache.class)
                        .anyMatch(annotation -> MethodAnnotations.find(annotation, method, matched.resource())
                                .isPresent())
                || CachePageCheck.isInPieces(method)) {
            return Optional.empty();
        }
        Negotiation negotiation = policies.negotiation(method, matched.resource());
        return Optional.of(new Plain(
                policies.rule(method, matched.resource())
                        .filter(rule -> rule.timeout().isPresent())
                        .map(rule -> policy(rule, negotiation))
                        .orElse(null),
                byUrl.stream().collect(Collectors.toMap(UrlRule::template, each -> policy(each.rule(), negotiation))),
                settings.siteEnabled() ? ofSite(negotiation) : null,
                guards.of(method, matched.resource())));
    }

    private static PagePolicy policy(PageRule rule, Negotiation negotiation) {
        return new PagePolicy(
                rule.timeout(),
                rule.cache().orElse("default"),
                rule.keyPrefix().orElse(""),
                negotiation.declared(),
                negotiation.open(),
                PagePolicies.keys(rule.keys()));
    }

    private PagePolicy ofSite(Negotiation negotiation) {
        return new PagePolicy(
                settings.siteTimeout(),
                settings.siteCache(),
                settings.siteKeyPrefix(),
                negotiation.declared(),
                negotiation.open(),
                PagePolicies.keys(settings.keys()));
    }
}
