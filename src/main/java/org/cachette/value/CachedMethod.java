package org.cachette.value;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cachette.Timeout;
import org.cachette.annotation.Cached;
import org.cachette.backend.JavaSerializer;
import org.cachette.backend.JsonSerializer;
import org.cachette.backend.Serializer;
import org.cachette.page.ShortKeys;
import org.jspecify.annotations.Nullable;

/**
 * A method whose results are kept.
 *
 * @param name of class and method, for messages
 * @param timeout empty: the cache's own
 */
public record CachedMethod(
        String name, String cache, Optional<Timeout> timeout, ValueType type, KeyExpression expression) {

    /**
     * The method as objects of that class have it.
     *
     * @throws IllegalArgumentException where the annotation cannot work; the message says why
     */
    public static CachedMethod of(Method method, Class<?> beanClass) {
        Cached cached = method.getAnnotation(Cached.class);
        ValueType type = ValueType.of(method);
        type.objection().ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        if (cached.timeout() < -1) {
            throw new IllegalArgumentException(
                    "has timeout = " + cached.timeout() + ": expected seconds, 0 or more, or none for the cache's own");
        }
        return new CachedMethod(
                beanClass.getName() + "." + method.getName(),
                cached.cache(),
                cached.timeout() < 0 ? Optional.empty() : Optional.of(Timeout.ofSeconds(cached.timeout())),
                type,
                expression(cached.key(), method, beanClass));
    }

    private static KeyExpression expression(String key, Method method, Class<?> beanClass) {
        return new KeyExpression(key.isEmpty() ? everything(method, beanClass) : key, method).forKeys();
    }

    private static String everything(Method method, Class<?> beanClass) {
        String types = Arrays.stream(method.getParameterTypes())
                .map(Class::getTypeName)
                .collect(Collectors.joining(","));
        String values = IntStream.range(0, method.getParameterCount())
                .mapToObj(i -> "{" + i + "}")
                .collect(Collectors.joining("|"));
        return "value|" + beanClass.getName() + "." + method.getName() + "(" + types + ")|" + values;
    }

    /** Why that serializer can't keep what the method returns; empty when it can, as far as one sees. */
    public Optional<String> refusal(Serializer serializer) {
        if (serializer instanceof JavaSerializer java) {
            return type.refusal(java);
        }
        return serializer instanceof JsonSerializer ? type.refusalOfJson() : Optional.empty();
    }

    String key(@Nullable Object @Nullable [] arguments) {
        return ShortKeys.of("value", expression.key(arguments));
    }
}
