package org.cachette.jaxrs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.cachette.annotation.CacheControl;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.NeverCache;
import org.cachette.annotation.VaryOnCookie;
import org.cachette.annotation.VaryOnHeaders;
import org.cachette.page.AnnotatedDeclarations;
import org.cachette.page.Exchange;
import org.cachette.page.MethodAnnotations;

/**
 * Finds resource methods whose caching annotations did not act, because CDI did not make the object: a sub-resource
 * made with {@code new}, or a class that is no bean. One warning a method says so. What the annotations say about the
 * headers is declared in their place, so that a page meant for one visitor is not kept by a proxy; pages are not cached.
 */
final class UninterceptedMethods {

    private static final Logger LOG = System.getLogger("org.cachette.jaxrs");

    private record Matched(Class<?> type, Method method) {}

    private final ConcurrentMap<Matched, Optional<Method>> annotated = new ConcurrentHashMap<>();
    private final Set<Method> warned = ConcurrentHashMap.newKeySet();

    void check(Exchange exchange, int status) {
        Method matched = exchange.matchedMethod();
        Class<?> type = exchange.matchedClass();
        if (matched != null && type != null && !exchange.wasIntercepted() && status < 300) {
            find(new Matched(type, matched)).ifPresent(method -> declare(exchange, method, type));
        }
    }

    /** Looks before it computes: to compute locks, even what is there. */
    private Optional<Method> find(Matched matched) {
        Optional<Method> found = annotated.get(matched);
        return found == null ? annotated.computeIfAbsent(matched, UninterceptedMethods::annotated) : found;
    }

    private void declare(Exchange exchange, Method method, Class<?> type) {
        exchange.declare(declarations -> AnnotatedDeclarations.declareAll(method, type, declarations));
        if (warned.add(method)) {
            LOG.log(
                    Level.WARNING,
                    "{0}.{1} has caching annotations that do not act, since CDI did not make its object: give the class"
                            + " a scope and let CDI create it. Its pages are not cached",
                    type.getName(),
                    method.getName());
        }
    }

    /** The method of the class itself, if it has caching annotations. */
    private static Optional<Method> annotated(Matched matched) {
        try {
            Method method = matched.type()
                    .getMethod(matched.method().getName(), matched.method().getParameterTypes());
            return Optional.of(method).filter(found -> isAnnotated(found, matched.type()));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    private static boolean isAnnotated(Method method, Class<?> type) {
        return Stream.<Class<? extends Annotation>>of(
                        CachePage.class, CacheControl.class, NeverCache.class, VaryOnCookie.class, VaryOnHeaders.class)
                .anyMatch(annotation ->
                        MethodAnnotations.find(annotation, method, type).isPresent());
    }
}
