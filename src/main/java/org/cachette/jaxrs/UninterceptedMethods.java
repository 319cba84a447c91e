package org.cachette.jaxrs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.cachette.annotation.CacheControl;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.NeverCache;
import org.cachette.annotation.VaryOnCookie;
import org.cachette.annotation.VaryOnHeaders;
import org.cachette.page.AnnotatedDeclarations;
import org.cachette.page.Exchange;
import org.cachette.page.MethodAnnotations;
import org.jspecify.annotations.Nullable;

/**
 * Finds resource methods whose caching annotations did not act, because CDI did not make the object: a sub-resource
 * made with {@code new}, or a class that is no bean. One warning a method says so. What the annotations say about the
 * headers is declared in their place, so that a page meant for one visitor is not kept by a proxy; pages are not cached.
 */
final class UninterceptedMethods {

    private static final Logger LOG = System.getLogger("org.cachette.jaxrs");

    private final Set<Method> warned = ConcurrentHashMap.newKeySet();

    void check(Exchange exchange, int status) {
        Method matched = exchange.matchedMethod();
        Class<?> type = exchange.matchedClass();
        if (matched == null || type == null || exchange.wasIntercepted() || status >= 300) {
            return;
        }
        Method method = ofClass(type, matched);
        if (method != null && isAnnotated(method, type)) {
            exchange.declare(declarations -> AnnotatedDeclarations.declareAll(method, type, declarations));
            if (warned.add(method)) {
                LOG.log(
                        Level.WARNING,
                        "{0}.{1} has caching annotations that do not act, since CDI did not make its object: give the"
                                + " class a scope and let CDI create it. Its pages are not cached",
                        type.getName(),
                        method.getName());
            }
        }
    }

    private static @Nullable Method ofClass(Class<?> type, Method matched) {
        try {
            return type.getMethod(matched.getName(), matched.getParameterTypes());
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static boolean isAnnotated(Method method, Class<?> type) {
        return Stream.<Class<? extends Annotation>>of(
                        CachePage.class, CacheControl.class, NeverCache.class, VaryOnCookie.class, VaryOnHeaders.class)
                .anyMatch(annotation ->
                        MethodAnnotations.find(annotation, method, type).isPresent());
    }
}
