package org.cachette.cdi;

import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.cachette.page.MethodAnnotations;

/**
 * The request fields by which the server, not the method, chooses the representation.
 *
 * @param declared those that responses vary on: {@code Accept} where several media types are declared, on the method or
 *     on others for the same path; {@code Accept-Encoding} under RESTEasy's {@code @GZIP}, which does not say so itself
 * @param open {@code Accept} where no media type is declared, so that the server may use whatever the request accepts:
 *     entries are kept apart by it
 */
record Negotiation(List<String> declared, List<String> open) {

    /** @param resources all classes known to have resource methods: another one may answer the same path */
    static Negotiation of(Method method, Class<?> beanClass, Collection<Class<?>> resources) {
        List<String> declared = new ArrayList<>();
        List<String> produced = produced(method, beanClass);
        boolean any = produced.isEmpty() || produced.stream().anyMatch(type -> type.contains("*"));
        if (!any && (produced.size() > 1 || sharesItsPath(method, beanClass, produced, resources))) {
            declared.add("Accept");
        }
        if (isGzip(method.getAnnotations()) || isGzip(beanClass.getAnnotations())) {
            declared.add("Accept-Encoding");
        }
        return new Negotiation(declared, any ? List.of("accept") : List.of());
    }

    private static boolean sharesItsPath(
            Method method, Class<?> beanClass, List<String> produced, Collection<Class<?>> resources) {
        PathTemplate path = PathTemplate.of(method, beanClass);
        return answersOtherwise(path, produced, beanClass)
                || (path.ofClass().isPresent()
                        && resources.stream().anyMatch(other -> answersOtherwise(path, produced, other)));
    }

    /** Whether a method of that class answers the same path with other media types. */
    private static boolean answersOtherwise(PathTemplate path, List<String> produced, Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(other -> !other.isBridge() && ResourceMethods.isCacheable(other))
                .filter(other -> PathTemplate.of(other, type).equals(path))
                .anyMatch(other -> !produced(other, type).equals(produced));
    }

    private static List<String> produced(Method method, Class<?> beanClass) {
        return ResourceMethods.annotation(Produces.class, method)
                .or(() -> MethodAnnotations.find(Produces.class, method, beanClass))
                .map(produces -> Arrays.stream(produces.value())
                        .flatMap(value -> Arrays.stream(value.split(",")))
                        .map(String::trim)
                        .toList())
                .orElse(List.of());
    }

    private static boolean isGzip(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .anyMatch(each -> each.annotationType().getName().equals("org.jboss.resteasy.annotations.GZIP"));
    }
}
