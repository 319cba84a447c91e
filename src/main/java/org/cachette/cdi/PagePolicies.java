package org.cachette.cdi;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.cachette.Timeout;
import org.cachette.annotation.CachePage;
import org.cachette.config.PageRule;
import org.cachette.page.MethodAnnotations;
import org.cachette.page.PagePolicy;

/** The page policies of annotated methods: the annotation's values, overridden by the settings for class and method. */
final class PagePolicies {

    private record Key(Class<?> beanClass, Method method) {}

    /** What applies to a method. */
    record Found(PagePolicy policy, Negotiation negotiation) {}

    private final Map<String, PageRule> rules;
    private final List<Class<?>> resources;
    private final ConcurrentMap<Key, Found> found = new ConcurrentHashMap<>();

    PagePolicies(Map<String, PageRule> rules, Collection<Class<?>> resources) {
        this.rules = rules;
        this.resources = List.copyOf(resources);
    }

    /**
     * What applies to that method on objects of that class.
     *
     * @throws IllegalStateException when no annotation applies, as when another extension added the binding
     */
    Found find(Method method, Class<?> beanClass) {
        return found.computeIfAbsent(new Key(beanClass, method), PagePolicies.this::make);
    }

    private Found make(Key key) {
        CachePage page = MethodAnnotations.find(CachePage.class, key.method(), key.beanClass())
                .orElseThrow(() -> new IllegalStateException(
                        "no @CachePage on " + key.method() + " or its class: write it there, so that it can be read"));
        Optional<PageRule> rule = rule(key.beanClass(), key.method().getName());
        Negotiation negotiation = Negotiation.of(key.method(), beanClass(key), resources);
        PagePolicy policy = new PagePolicy(
                rule.flatMap(PageRule::timeout).orElseGet(() -> Timeout.ofSeconds(page.value())),
                rule.flatMap(PageRule::cache).orElseGet(page::cache),
                rule.flatMap(PageRule::keyPrefix).orElseGet(page::keyPrefix),
                negotiation.open());
        return new Found(policy, negotiation);
    }

    private static Class<?> beanClass(Key key) {
        Class<?> declaring = key.method().getDeclaringClass();
        return declaring.isAssignableFrom(key.beanClass()) ? key.beanClass() : declaring;
    }

    private Optional<PageRule> rule(Class<?> beanClass, String method) {
        for (Class<?> each = beanClass; each != null; each = each.getSuperclass()) {
            PageRule rule = rules.get(each.getName() + "/" + method);
            if (rule != null) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
