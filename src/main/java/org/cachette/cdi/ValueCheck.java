package org.cachette.cdi;

import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.Cached;
import org.cachette.annotation.Invalidates;
import org.cachette.backend.Problems;
import org.cachette.config.CacheSettings;
import org.cachette.page.MethodAnnotations;
import org.cachette.value.CachedMethod;
import org.cachette.value.InvalidatingMethod;

/** Finds uses of {@link Cached} and {@link Invalidates} that cannot work. */
final class ValueCheck {

    static final List<Class<? extends Annotation>> ANNOTATIONS =
            List.of(Cached.class, Invalidates.class, Invalidates.List.class);

    private final Map<String, CacheSettings> caches;
    private final Surroundings surroundings;
    private final BeanManager beans;
    private boolean dropsByPrefix;

    ValueCheck(Map<String, CacheSettings> caches, Surroundings surroundings, BeanManager beans) {
        this.caches = caches;
        this.surroundings = surroundings;
        this.beans = beans;
    }

    void check(Class<?> beanClass, Problems problems) {
        if (beanClass.getPackage().equals(ValueCheck.class.getPackage())) {
            return;
        }
        for (Class<? extends Annotation> type : ANNOTATIONS) {
            if (beanClass.isAnnotationPresent(type)) {
                problems.add(AnnotationCheck.place(type, beanClass.getName()) + " cannot act: expected it on a method");
            }
        }
        for (Method method : AnnotationCheck.methods(beanClass)) {
            boolean changes = method.getAnnotationsByType(Invalidates.class).length > 0;
            if (method.isAnnotationPresent(Cached.class)) {
                checkCached(method, beanClass, problems);
                if (changes) {
                    problems.add(place(Cached.class, method) + " has @Invalidates too, but a hit changes nothing:"
                            + " expected one of them");
                }
            }
            if (changes) {
                checkInvalidates(method, problems);
            }
        }
    }

    /** Whether one of those that were checked drops pages by prefix. */
    boolean dropsByPrefix() {
        return dropsByPrefix;
    }

    private void checkCached(Method method, Class<?> beanClass, Problems problems) {
        String place = place(Cached.class, method);
        for (Class<? extends Annotation> type : AnnotationCheck.CACHING) {
            if (MethodAnnotations.find(type, method, beanClass).isPresent()) {
                problems.add(place + " has @" + type.getSimpleName()
                        + (type == CachePage.class
                                ? " too: expected one of them"
                                : " too, which a hit would not say of the page: expected it on the resource method"));
            }
        }
        try {
            CachedMethod cached = CachedMethod.of(method, beanClass);
            CacheSettings cache = caches.get(cached.cache());
            if (cache == null) {
                problems.add(place + unknown(cached.cache()));
            } else if (!isShared(cache)) {
                cached.refusal(cache.serializer())
                        .ifPresent(refusal -> problems.add(
                                place + " returns what cache \"" + cache.name() + "\" cannot keep: " + refusal));
            }
        } catch (IllegalArgumentException e) {
            problems.add(place + " " + message(e));
        }
        surroundings.check(method, beanClass, place, beans, problems);
    }

    private void checkInvalidates(Method method, Problems problems) {
        String place = place(Invalidates.class, method);
        try {
            InvalidatingMethod invalidating = InvalidatingMethod.of(method);
            dropsByPrefix |= invalidating.dropsByPrefix();
            Set<String> unknown = new TreeSet<>(invalidating.caches());
            unknown.removeAll(caches.keySet());
            unknown.forEach(name -> problems.add(place + unknown(name)));
        } catch (IllegalArgumentException e) {
            problems.add(place + " " + message(e));
        }
    }

    private String unknown(String cache) {
        return " has cache = \"" + cache + "\", which is not configured: expected one of " + caches.keySet();
    }

    /** Memory may share objects as they are. */
    private static boolean isShared(CacheSettings cache) {
        return "true".equals(cache.options().get("share-values"));
    }

    private static String message(IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith("{") || message.startsWith("\"")
                ? "has an expression that cannot work: " + message
                : message;
    }

    private static String place(Class<? extends Annotation> type, Method method) {
        return AnnotationCheck.place(type, AnnotationCheck.name(method));
    }
}
