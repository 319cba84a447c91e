package org.cachette.value;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cachette.CacheException;
import org.jspecify.annotations.Nullable;

/**
 * An argument of a method, or a property of it.
 *
 * @param text as it is written
 * @param index of the argument
 * @param path the methods that lead to the property
 * @param type of the argument or property, as it is declared
 */
record Argument(String text, int index, List<Method> path, Class<?> type) {

    static Argument of(String text, Method method) {
        String[] steps = text.split("\\.", -1);
        int index = index(steps[0], text, method);
        Class<?> type = method.getParameterTypes()[index];
        List<Method> path = new ArrayList<>();
        for (String step : List.of(steps).subList(1, steps.length)) {
            Method next = property(type, step, text);
            path.add(next);
            type = next.getReturnType();
        }
        return new Argument(text, index, List.copyOf(path), type);
    }

    private static int index(String name, String text, Method method) {
        Parameter[] parameters = method.getParameters();
        if (name.matches("[0-9]{1,3}") && Integer.parseInt(name) < parameters.length) {
            return Integer.parseInt(name);
        }
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i].isNamePresent() && parameters[i].getName().equals(name)) {
                return i;
            }
        }
        boolean known = Arrays.stream(parameters).allMatch(Parameter::isNamePresent);
        String names = Arrays.stream(parameters).map(Parameter::getName).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("{" + text + "} is no parameter: expected "
                + (parameters.length == 0
                        ? "none, since the method has no parameters"
                        : "0 to " + (parameters.length - 1)
                                + (known
                                        ? " or one of " + names
                                        : "; names are known when the class is compiled with -parameters")));
    }

    private static Method property(Class<?> type, String name, String text) {
        String capital = name.isEmpty() ? "" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        for (String candidate : List.of(name, "get" + capital, "is" + capital)) {
            for (Method method : type.getMethods()) {
                if (method.getName().equals(candidate)
                        && method.getParameterCount() == 0
                        && !method.isBridge()
                        && method.getReturnType() != void.class
                        && !Modifier.isStatic(method.getModifiers())) {
                    return method;
                }
            }
        }
        throw new IllegalArgumentException("{" + text + "} needs a public method " + name + "() or get" + capital
                + "() of " + type.getName() + ", which is not there");
    }

    /** @throws IllegalArgumentException where it cannot be part of a key */
    void checkSuitable() {
        if (!KeyParts.isSuitable(type)) {
            throw new IllegalArgumentException(
                    "{" + text + "} is a " + type.getTypeName() + ", which cannot be part of a"
                            + " key: expected text, a number, a date, an enum, a collection of them, or a property that is one");
        }
    }

    /** Null where something on the way to the property is. */
    @Nullable
    Object value(@Nullable Object @Nullable [] arguments) {
        Object value = arguments == null ? null : arguments[index];
        for (Method step : path) {
            if (value == null) {
                return null;
            }
            value = invoked(step, value);
        }
        return value;
    }

    private @Nullable Object invoked(Method step, Object target) {
        try {
            step.trySetAccessible();
            return step.invoke(target);
        } catch (IllegalAccessException e) {
            throw new CacheException("{" + text + "} cannot be read: " + step + " is not accessible", e);
        } catch (InvocationTargetException e) {
            throw new CacheException(
                    "{" + text + "} cannot be read: " + step + " failed", Objects.requireNonNullElse(e.getCause(), e));
        }
    }
}
