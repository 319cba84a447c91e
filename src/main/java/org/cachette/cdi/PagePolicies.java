package org.cachette.cdi;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.cachette.Timeout;
import org.cachette.annotation.CachePage;
import org.cachette.config.KeySettings;
import org.cachette.config.PageRule;
import org.cachette.config.PageSettings;
import org.cachette.http.QueryRule;
import org.cachette.page.KeyPolicy;
import org.cachette.page.MethodAnnotations;
import org.cachette.page.PagePolicy;
import org.cachette.page.PageRegion;

/** The page policies of annotated methods: the annotation's values, overridden by the settings for class and method. */
final class PagePolicies {

    private record Key(Class<?> beanClass, Method method) {}

    private final Map<String, PageRule> rules;
    private final KeySettings keys;
    private final List<Class<?>> resources;
    private final ConcurrentMap<Key, PagePolicy> found = new ConcurrentHashMap<>();
    private final Set<PageRegion> regions = ConcurrentHashMap.newKeySet();

    PagePolicies(PageSettings settings, Collection<Class<?>> resources) {
        this.rules = settings.rules();
        this.keys = settings.keys();
        this.resources = List.copyOf(resources);
    }

    /**
     * What applies to that annotated method on objects of that class.
     *
     * @throws IllegalStateException when no annotation applies, as when another extension added the binding
     */
    PagePolicy find(Method method, Class<?> beanClass) {
        return found.computeIfAbsent(new Key(beanClass, method), PagePolicies.this::make);
    }

    /**
     * Where pages are: by the settings, and those of annotated methods of these classes. Those of other classes join
     * the set when they are first found.
     */
    Set<PageRegion> regions(Set<PageRegion> bySettings, Collection<Class<?>> beanClasses) {
        regions.addAll(bySettings);
        for (Class<?> beanClass : beanClasses) {
            Stream.of(beanClass.getMethods())
                    .filter(method -> MethodAnnotations.find(CachePage.class, method, beanClass)
                                    .isPresent()
                            && ResourceMethods.isCacheable(method))
                    .forEach(method -> find(method, beanClass));
        }
        return Collections.unmodifiableSet(regions);
    }

    private PagePolicy make(Key key) {
        CachePage page = MethodAnnotations.find(CachePage.class, key.method(), key.beanClass())
                .orElseThrow(() -> new IllegalStateException(
                        "no @CachePage on " + key.method() + " or its class: write it there, so that it can be read"));
        Optional<PageRule> rule = rule(key.method(), key.beanClass());
        Negotiation negotiation = negotiation(key.method(), key.beanClass());
        PagePolicy policy = new PagePolicy(
                Optional.of(rule.flatMap(PageRule::timeout).orElseGet(() -> Timeout.ofSeconds(page.value()))),
                rule.flatMap(PageRule::cache).orElseGet(page::cache),
                rule.flatMap(PageRule::keyPrefix).orElseGet(page::keyPrefix),
                negotiation.declared(),
                negotiation.open(),
                keys(rule.map(PageRule::keys).orElse(keys)),
                List.of(page.groups()));
        regions.add(policy.region());
        return policy;
    }

    static KeyPolicy keys(KeySettings said) {
        QueryRule query = new QueryRule(said.sortQuery(), said.onlyQuery(), said.ignoreQuery());
        return new KeyPolicy(
                query,
                said.varyCookies(),
                said.noVarySearch() ? query.asNoVarySearch().toString() : "");
    }

    /** How the server chooses what that method answers. */
    Negotiation negotiation(Method method, Class<?> beanClass) {
        Class<?> declaring = method.getDeclaringClass();
        return Negotiation.of(method, declaring.isAssignableFrom(beanClass) ? beanClass : declaring, resources);
    }

    /** The settings for that method, {@code cachette.pages."<class>/<method>"}. */
    Optional<PageRule> rule(Method method, Class<?> beanClass) {
        for (Class<?> each = beanClass; each != null; each = each.getSuperclass()) {
            PageRule rule = rules.get(each.getName() + "/" + method.getName());
            if (rule != null) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
