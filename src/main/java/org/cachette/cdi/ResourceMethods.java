package org.cachette.cdi;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What JAX-RS sees in a method: its own annotations, or those of the method that it overrides or implements. */
final class ResourceMethods {

    private ResourceMethods() {}

    /** The HTTP methods that it answers; none for a method that is no resource method. */
    static Set<String> httpMethods(Method method) {
        Set<String> names = new TreeSet<>();
        for (Method each : withOverridden(method)) {
            for (Annotation annotation : each.getAnnotations()) {
                HttpMethod name = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (name != null) {
                    names.add(name.value());
                }
            }
        }
        return names;
    }

    /** Whether it answers a method whose answers can be cached. */
    static boolean isCacheable(Method method) {
        Set<String> methods = httpMethods(method);
        return methods.contains("GET") || methods.contains("HEAD") || methods.contains("QUERY");
    }

    static @Nullable String path(Method method) {
        return annotation(Path.class, method).map(Path::value).orElse(null);
    }

    static <A extends Annotation> Optional<A> annotation(Class<A> type, Method method) {
        return withOverridden(method).stream()
                .map(each -> each.getAnnotation(type))
                .filter(found -> found != null)
                .findFirst();
    }

    /** The method, then those that it overrides, then those of interfaces that it implements. */
    static List<Method> withOverridden(Method method) {
        return withOverridden(method, method.getDeclaringClass());
    }

    /** The same, beginning with the method as a subclass has it. */
    static List<Method> withOverridden(Method method, Class<?> from) {
        List<Method> found = new ArrayList<>();
        for (Class<?> type : supertypes(from)) {
            Arrays.stream(type.getDeclaredMethods())
                    .filter(each -> !each.isBridge() && isSame(each, method))
                    .forEach(found::add);
        }
        return found;
    }

    /** The method as that class has it; itself where the class does not show it. */
    static Method ofClass(Class<?> type, Method method) {
        try {
            return type.getMethod(method.getName(), method.getParameterTypes());
        } catch (NoSuchMethodException e) {
            return method;
        }
    }

    /** Whether both have one name and the same parameter types. */
    static boolean isSame(Method one, Method other) {
        return one.getName().equals(other.getName())
                && Arrays.equals(one.getParameterTypes(), other.getParameterTypes());
    }

    /** The class and its superclasses, then all their interfaces. */
    static List<Class<?>> supertypes(Class<?> type) {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            found.add(each);
        }
        for (Class<?> each : List.copyOf(found)) {
            addInterfaces(each, found);
        }
        return found;
    }

    private static void addInterfaces(Class<?> type, List<Class<?>> found) {
        for (Class<?> each : type.getInterfaces()) {
            if (!found.contains(each)) {
                found.add(each);
                addInterfaces(each, found);
            }
        }
    }
}
