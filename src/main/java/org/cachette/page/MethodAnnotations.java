package org.cachette.page;

import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds a caching annotation where CDI does: on the method, else on the bean's class or a stereotype of it. */
public final class MethodAnnotations {

    private MethodAnnotations() {}

    /**
     * The annotation that applies to the method on an object of that class.
     *
     * @param beanClass may be a class that a container generated below the bean's own
     */
    public static <A extends Annotation> Optional<A> find(Class<A> type, Method method, Class<?> beanClass) {
        A own = method.getAnnotation(type);
        for (Class<?> each = beanClass;
                own == null && each != null && each != Object.class;
                each = each.getSuperclass()) {
            own = onClass(type, each);
        }
        return Optional.ofNullable(own);
    }

    private static <A extends Annotation> @Nullable A onClass(Class<A> type, Class<?> beanClass) {
        A own = beanClass.getDeclaredAnnotation(type);
        if (own != null) {
            return own;
        }
        for (Annotation annotation : beanClass.getDeclaredAnnotations()) {
            if (annotation.annotationType().isAnnotationPresent(Stereotype.class)) {
                A byStereotype = onClass(type, annotation.annotationType());
                if (byStereotype != null) {
                    return byStereotype;
                }
            }
        }
        return null;
    }
}
