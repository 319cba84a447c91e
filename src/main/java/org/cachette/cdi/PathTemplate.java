package org.cachette.cdi;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Optional;

/**
 * The path that a resource method answers, written so that two methods between which the server chooses by the request
 * have equal ones: the names of parameters and slashes at either end do not count (REST section 3.7.2).
 *
 * @param ofClass empty for a sub-resource, whose path its locators say
 */
record PathTemplate(Optional<String> ofClass, String ofMethod) {

    static PathTemplate of(Method method, Class<?> resource) {
        return new PathTemplate(
                ResourceMethods.supertypes(resource).stream()
                        .map(type -> type.getDeclaredAnnotation(Path.class))
                        .filter(Objects::nonNull)
                        .map(path -> plain(path.value()))
                        .findFirst(),
                plain(Objects.requireNonNullElse(ResourceMethods.path(method), "")));
    }

    private static String plain(String path) {
        return path.replaceAll("\\{\\s*[\\w.-]+\\s*}", "{[^/]+}")
                .replaceAll("\\{\\s*[\\w.-]+\\s*:\\s*", "{")
                .replaceAll("^/+|/+$", "");
    }
}
