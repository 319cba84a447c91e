package org.cachette.value;

import java.io.Serializable;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.cachette.backend.JavaSerializer;
import org.jspecify.annotations.Nullable;

/**
 * What a method returns, and what of it is kept.
 *
 * @param staged whether it comes in a stage
 * @param optional whether it comes in an {@code Optional}
 * @param content the class of the value itself, where it is known
 * @param nullable whether there may be none
 * @param declared the value's type as it is written
 */
record ValueType(boolean staged, boolean optional, Class<?> content, boolean nullable, Type declared) {

    /** Stands for null in the cache. */
    static final String NONE = "cachette:null";

    static ValueType of(Method method) {
        Type type = method.getGenericReturnType();
        boolean staged = isStage(method.getReturnType());
        if (staged) {
            type = argument(type);
        }
        boolean optional = raw(type) == Optional.class;
        if (optional) {
            type = argument(type);
        }
        Class<?> content = raw(type);
        return new ValueType(
                staged, optional, MethodType.methodType(content).wrap().returnType(), !content.isPrimitive(), type);
    }

    private static boolean isStage(Class<?> type) {
        return type == CompletionStage.class || type == CompletableFuture.class;
    }

    /** Why that cannot be kept; empty when it can, as far as one sees. */
    Optional<String> objection() {
        if (content == Void.class) {
            return Optional.of("returns nothing: expected a result");
        }
        boolean isNoValue = AutoCloseable.class.isAssignableFrom(content)
                || java.util.Iterator.class.isAssignableFrom(content)
                || java.util.concurrent.Future.class.isAssignableFrom(content)
                || CompletionStage.class.isAssignableFrom(content)
                || content.getName().startsWith("jakarta.ws.rs.core.")
                || content.getName().startsWith("java.util.concurrent.Flow")
                || content.getName().startsWith("org.reactivestreams.")
                || content.getName().startsWith("java.util.function.");
        return isNoValue
                ? Optional.of("returns a " + content.getTypeName()
                        + ", which is used up when it is read: expected a value" + " such as a list or a record")
                : Optional.empty();
    }

    /** Why Java serialization can't write it; empty when it can, as far as one sees. */
    Optional<String> refusal(JavaSerializer serializer) {
        if (content.isInterface() || content.isEnum() || content.isArray() || content == Object.class) {
            return Optional.empty();
        }
        boolean isBase = !Modifier.isFinal(content.getModifiers());
        if (!Serializable.class.isAssignableFrom(content)) {
            return isBase && Modifier.isAbstract(content.getModifiers())
                    ? Optional.empty()
                    : Optional.of("class " + content.getName() + " does not implement java.io.Serializable");
        }
        return isBase && Modifier.isAbstract(content.getModifiers()) ? Optional.empty() : serializer.refusal(content);
    }

    /** Why JSON can't give it back; empty when it can, as far as one sees. */
    Optional<String> refusalOfJson() {
        return JsonElements.refusal(declared);
    }

    /** What is kept of a result; null when it can't be told from another one when it is read. */
    @Nullable
    Object kept(@Nullable Object result) {
        Object value = result instanceof Optional<?> holder && optional ? holder.orElse(null) : result;
        if (value == null) {
            return NONE;
        }
        boolean narrow = value instanceof Byte || value instanceof Short || value instanceof Integer;
        return value.equals(NONE) || (narrow && content != value.getClass()) ? null : value;
    }

    /** Whether a kept value is one of this method. */
    boolean accepts(Object kept) {
        return kept.equals(NONE) ? nullable : content.isInstance(number(kept));
    }

    /** The result of a kept value. */
    @Nullable
    @SuppressWarnings("FutureReturnValueIgnored") // it is the result
    Object result(Object kept) {
        Object value = kept.equals(NONE) ? null : number(kept);
        Object result = optional ? Optional.ofNullable(value) : value;
        return staged ? CompletableFuture.completedFuture(result) : result;
    }

    /** Whole numbers are kept as {@code Long}. */
    private Object number(Object kept) {
        if (kept instanceof Long number) {
            if (content == Integer.class && number == number.intValue()) {
                return number.intValue();
            } else if (content == Short.class && number == number.shortValue()) {
                return number.shortValue();
            } else if (content == Byte.class && number == number.byteValue()) {
                return number.byteValue();
            }
        }
        return kept;
    }

    private static Type argument(Type type) {
        return type instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[0]
                : Object.class;
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return raw(parameterized.getRawType());
        }
        return type instanceof Class<?> raw ? raw : Object.class;
    }
}
