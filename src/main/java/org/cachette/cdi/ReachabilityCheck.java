package org.cachette.cdi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.cachette.backend.Problems;
import org.cachette.page.MethodAnnotations;

/** Finds annotations where CDI does not see them, so that none is silently inert. */
final class ReachabilityCheck {

    private static final Logger LOG = System.getLogger("org.cachette.cdi");

    private static final List<Class<? extends Annotation>> ALL = Stream.of(
                    AnnotationCheck.CACHING, ValueCheck.ANNOTATIONS)
            .flatMap(List::stream)
            .toList();

    private ReachabilityCheck() {}

    static void check(Class<?> beanClass, Problems problems) {
        for (Class<?> type : ResourceMethods.supertypes(beanClass)) {
            for (Class<? extends Annotation> annotation : ALL) {
                if (type.isInterface() && type.isAnnotationPresent(annotation)) {
                    problems.add(onInterface(annotation, type.getName(), beanClass));
                }
                for (Method method : type.getDeclaredMethods()) {
                    if (method.isAnnotationPresent(annotation) && !method.isSynthetic()) {
                        check(annotation, method, beanClass, problems);
                    }
                }
            }
        }
    }

    private static void check(
            Class<? extends Annotation> annotation, Method method, Class<?> beanClass, Problems problems) {
        if (method.getDeclaringClass().isInterface()) {
            problems.add(onInterface(annotation, AnnotationCheck.name(method), beanClass));
            return;
        }
        if (!isReachable(method)) {
            problems.add(AnnotationCheck.place(annotation, AnnotationCheck.name(method))
                    + " cannot act: expected a public or protected method that is neither static nor final");
        }
        warnOfOverride(annotation, method, beanClass);
    }

    private static boolean isReachable(Method method) {
        int modifiers = method.getModifiers();
        return (Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers))
                && !Modifier.isStatic(modifiers)
                && !Modifier.isFinal(modifiers);
    }

    private static String onInterface(Class<? extends Annotation> annotation, String where, Class<?> beanClass) {
        return AnnotationCheck.place(annotation, where)
                + " cannot act, since CDI does not see annotations on interfaces:"
                + " expected it on the method or class of " + beanClass.getName();
    }

    private static void warnOfOverride(Class<? extends Annotation> annotation, Method method, Class<?> beanClass) {
        List<Method> overriding = ResourceMethods.withOverridden(method, beanClass);
        Method actual = overriding.get(0);
        if (!actual.equals(method)
                && MethodAnnotations.find(annotation, actual, beanClass).isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "@{0} on {1} does not act on {2}, which overrides it: repeat the annotation there if it should",
                    annotation.getSimpleName(),
                    AnnotationCheck.name(method),
                    AnnotationCheck.name(actual));
        }
    }
}
