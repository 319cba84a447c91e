package org.cachette.cdi;

import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cachette.annotation.CacheControl;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.NeverCache;
import org.cachette.annotation.VaryOnCookie;
import org.cachette.annotation.VaryOnHeaders;
import org.cachette.backend.Problems;
import org.cachette.page.MethodAnnotations;

/** Finds every wrong use of an annotation on a bean class; each problem names class, method and member. */
final class AnnotationCheck {

    static final List<Class<? extends Annotation>> CACHING =
            List.of(CachePage.class, CacheControl.class, VaryOnHeaders.class, VaryOnCookie.class, NeverCache.class);

    private final CachePageCheck pages;

    AnnotationCheck(Set<String> cacheNames, Surroundings surroundings, BeanManager beans) {
        this.pages = new CachePageCheck(cacheNames, surroundings, beans);
    }

    void check(Class<?> beanClass, Problems problems) {
        if (beanClass.getName().startsWith("org.cachette.cdi.")) {
            return;
        }
        ReachabilityCheck.check(beanClass, problems);
        List<Method> methods = methods(beanClass);
        for (Class<? extends Annotation> type : CACHING) {
            Annotation onClass = beanClass.getAnnotation(type);
            if (onClass != null) {
                HeaderAnnotationCheck.check(onClass, place(type, beanClass.getName()), problems);
            }
            for (Method method : methods) {
                Annotation onMethod = method.getAnnotation(type);
                if (onMethod != null) {
                    HeaderAnnotationCheck.check(onMethod, place(type, name(method)), problems);
                }
            }
        }
        boolean annotated = methods.stream().anyMatch(method -> isCached(method, beanClass));
        if (annotated) {
            pages.check(beanClass, methods, problems);
        }
    }

    private static boolean isCached(Method method, Class<?> beanClass) {
        return MethodAnnotations.find(CachePage.class, method, beanClass).isPresent();
    }

    /** The methods that the class has, inherited ones included, without those of the compiler. */
    static List<Method> methods(Class<?> beanClass) {
        List<Method> methods = new ArrayList<>();
        for (Class<?> each = beanClass; each != null && each != Object.class; each = each.getSuperclass()) {
            for (Method method : each.getDeclaredMethods()) {
                boolean overridden = methods.stream().anyMatch(known -> ResourceMethods.isSame(known, method));
                if (!method.isSynthetic() && !method.isBridge() && !overridden) {
                    methods.add(method);
                }
            }
        }
        return methods;
    }

    static String name(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName();
    }

    static String place(Class<? extends Annotation> type, String where) {
        return "@" + type.getSimpleName() + " on " + where;
    }
}
