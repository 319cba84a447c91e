package org.cachette.cdi;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.validation.Constraint;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.Invalidates;
import org.cachette.annotation.NeverCache;
import org.cachette.backend.Problems;
import org.cachette.page.MethodAnnotations;

/** Finds uses of {@link CachePage} that cannot work. */
final class CachePageCheck {

    private final Set<String> cacheNames;
    private final Surroundings surroundings;
    private final BeanManager beans;

    CachePageCheck(Set<String> cacheNames, Surroundings surroundings, BeanManager beans) {
        this.cacheNames = cacheNames;
        this.surroundings = surroundings;
        this.beans = beans;
    }

    void check(Class<?> beanClass, List<Method> methods, Problems problems) {
        boolean acts = false;
        for (Method method : methods) {
            boolean own = method.isAnnotationPresent(CachePage.class);
            Optional<CachePage> page = MethodAnnotations.find(CachePage.class, method, beanClass);
            if (page.isEmpty()) {
                continue;
            }
            if (ResourceMethods.isCacheable(method)) {
                acts = true;
                String place = AnnotationCheck.place(CachePage.class, AnnotationCheck.name(method));
                checkMembers(page.get(), place, problems);
                checkMethod(method, beanClass, place, problems);
                surroundings.check(method, beanClass, place, beans, problems);
            } else if (own) {
                acts = true;
                problems.add(AnnotationCheck.place(CachePage.class, AnnotationCheck.name(method))
                        + " cannot act: expected a GET or HEAD resource method");
            }
        }
        if (!acts) {
            problems.add(AnnotationCheck.place(CachePage.class, beanClass.getName())
                    + " cannot act: expected a class with a GET or HEAD resource method");
        }
    }

    private void checkMembers(CachePage page, String place, Problems problems) {
        if (page.value() < 0) {
            problems.add(place + " has value = " + page.value() + ": expected seconds, 0 or more");
        }
        if (!cacheNames.contains(page.cache())) {
            problems.add(place + " has cache = \"" + page.cache() + "\", which is not configured: expected one of "
                    + cacheNames);
        }
    }

    private static void checkMethod(Method method, Class<?> beanClass, String place, Problems problems) {
        List<Class<?>> parameters = List.of(method.getParameterTypes());
        if (parameters.contains(SseEventSink.class)) {
            problems.add(place + " has a parameter SseEventSink: events cannot be kept as a page");
        } else if (method.getReturnType() == void.class && !parameters.contains(AsyncResponse.class)) {
            problems.add(place + " is void: expected a result or a parameter AsyncResponse");
        }
        if (isChunked(method.getReturnType())) {
            problems.add(place + " returns " + method.getReturnType().getSimpleName()
                    + ": output in chunks cannot be kept as a page");
        }
        if (method.getAnnotationsByType(Invalidates.class).length > 0
                && MethodAnnotations.find(NeverCache.class, method, beanClass).isEmpty()) {
            problems.add(place + " has @Invalidates too, but a hit changes nothing: expected one of them");
        }
        if (isAsynchronous(method, beanClass)) {
            problems.add(place + " is an EJB @Asynchronous method: its caller is not there any more when it runs");
        }
        // Constraints are inherited, also from interfaces (Bean Validation section 5.6.5).
        ResourceMethods.withOverridden(method, beanClass).stream()
                .flatMap(each -> Arrays.stream(each.getAnnotations()))
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(Constraint.class))
                .distinct()
                .forEach(type -> problems.add(place + " has the constraint @" + type.getSimpleName()
                        + " on its result, which is not there on a hit: check the result in the method"));
    }

    /** Whether what the method answers is sent in pieces, such as events. */
    static boolean isInPieces(Method method) {
        return List.of(method.getParameterTypes()).contains(SseEventSink.class) || isChunked(method.getReturnType());
    }

    private static boolean isChunked(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (each.getName().equals("org.glassfish.jersey.server.ChunkedOutput")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAsynchronous(Method method, Class<?> beanClass) {
        return isEjbAsynchronous(method.getAnnotations()) || isEjbAsynchronous(beanClass.getAnnotations());
    }

    /** By name, since embedded applications have no EJB API. */
    private static boolean isEjbAsynchronous(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .anyMatch(each -> each.annotationType().getName().equals("jakarta.ejb.Asynchronous"));
    }
}
