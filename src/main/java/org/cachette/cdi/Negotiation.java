package org.cachette.cdi;

import jakarta.ws.rs.Produces;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cachette.page.Exchange;
import org.cachette.page.MethodAnnotations;

/** Whether the server chooses the representation of a resource by the request's {@code Accept} field. */
enum Negotiation {
    /** It has one media type. */
    NONE,
    /** Several media types are declared, on the method or on others for the same path: responses vary on Accept. */
    DECLARED,
    /** None is declared, so the server may use whatever the request accepts: entries are kept apart by Accept. */
    OPEN;

    static Negotiation of(Method method, Class<?> beanClass) {
        List<String> produced = produced(method, beanClass);
        if (produced.isEmpty() || produced.stream().anyMatch(type -> type.contains("*"))) {
            return OPEN;
        }
        boolean several = produced.size() > 1
                || Stream.of(beanClass.getMethods())
                        .filter(other -> !other.equals(method) && answersTheSame(method, other))
                        .anyMatch(other -> !produced(other, beanClass).equals(produced));
        return several ? DECLARED : NONE;
    }

    private static boolean answersTheSame(Method one, Method other) {
        return !other.isBridge()
                && ResourceMethods.isGetOrHead(one)
                && ResourceMethods.isGetOrHead(other)
                && Objects.equals(ResourceMethods.path(one), ResourceMethods.path(other));
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

    /** The request fields that keep entries apart beside those of {@code Vary}. */
    List<String> fields() {
        return this == OPEN ? List.of("accept") : List.of();
    }

    void declare(Exchange exchange) {
        if (this == DECLARED) {
            exchange.declare(declarations -> declarations.varyOn("Accept"));
        }
    }
}
