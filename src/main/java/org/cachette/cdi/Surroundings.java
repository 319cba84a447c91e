package org.cachette.cdi;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Decorator;
import jakarta.enterprise.inject.spi.Interceptor;
import jakarta.enterprise.inject.spi.Prioritized;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptors;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cachette.backend.Problems;
import org.jspecify.annotations.Nullable;

/**
 * The interceptors and decorators that run inside ours and would be skipped on a hit: those enabled in
 * {@code beans.xml}, those whose priority is not smaller, decorators, and the bean's own {@code @AroundInvoke}. A page that
 * they guard must not be served past them.
 */
final class Surroundings {

    /** Surrounds most of what talks to a database, and guards nothing. */
    private static final String TRANSACTIONAL = "jakarta.transaction.Transactional";

    private static final Set<String> SESSION_BEANS =
            Set.of("jakarta.ejb.Stateless", "jakarta.ejb.Stateful", "jakarta.ejb.Singleton");

    private final List<Interceptor<?>> others = new ArrayList<>();
    private final List<Interceptor<?>> inside = new ArrayList<>();
    private final List<Decorator<?>> decorators = new ArrayList<>();

    void add(Interceptor<?> interceptor) {
        boolean ours = interceptor.getBeanClass().getPackage().equals(Surroundings.class.getPackage());
        Integer priority = priority(interceptor);
        if (!ours) {
            others.add(interceptor);
        }
        if (!ours && (priority == null || priority >= CachePageInterceptor.PRIORITY)) {
            inside.add(interceptor);
        }
    }

    private static @Nullable Integer priority(Interceptor<?> interceptor) {
        if (interceptor instanceof Prioritized prioritized) {
            return prioritized.getPriority();
        }
        Priority declared = interceptor.getBeanClass().getAnnotation(Priority.class);
        return declared == null ? null : declared.value();
    }

    void add(Decorator<?> decorator) {
        decorators.add(decorator);
    }

    void check(Method method, Class<?> beanClass, String place, BeanManager beans, Problems problems) {
        Set<Annotation> bindings = bindings(method, beanClass, beans);
        for (Interceptor<?> interceptor : inside) {
            if (applies(interceptor, bindings, beans)) {
                problems.add(place + " would skip the interceptor "
                        + interceptor.getBeanClass().getName() + " on a hit, since it runs inside the page cache:"
                        + " expected a @Priority below " + CachePageInterceptor.PRIORITY
                        + " on it, in place of beans.xml");
            }
        }
        for (Decorator<?> decorator : decorators) {
            if (applies(decorator, method, beanClass)) {
                problems.add(place + " would skip the decorator "
                        + decorator.getBeanClass().getName()
                        + " on a hit: expected an interceptor with a @Priority below "
                        + CachePageInterceptor.PRIORITY + ", or no decorator on a cached method");
            }
        }
        ownAround(beanClass)
                .ifPresent(around -> problems.add(place + " would skip the bean's own @AroundInvoke method "
                        + AnnotationCheck.name(around) + " on a hit: expected an interceptor class with a @Priority"
                        + " below " + CachePageInterceptor.PRIORITY));
    }

    /** The first thing around a method that may be a guard, for a message: all but transactions; empty for none. */
    Optional<String> guard(Method method, Class<?> beanClass, BeanManager beans) {
        Set<Annotation> bindings = bindings(method, beanClass, beans);
        Stream<String> interceptors = others.stream()
                .filter(interceptor -> !isTransactional(interceptor) && applies(interceptor, bindings, beans))
                .map(interceptor ->
                        "the interceptor " + interceptor.getBeanClass().getName());
        Stream<String> decorated = decorators.stream()
                .filter(decorator -> applies(decorator, method, beanClass))
                .map(decorator -> "the decorator " + decorator.getBeanClass().getName());
        Stream<String> around =
                ownAround(beanClass).stream().map(each -> "the @AroundInvoke method " + AnnotationCheck.name(each));
        Stream<String> named = Stream.of(method.getAnnotations(), beanClass.getAnnotations())
                .flatMap(Arrays::stream)
                .filter(Interceptors.class::isInstance)
                .map(Object::toString);
        Stream<String> roles = isSessionBean(beanClass) && namesRoles(method, beanClass)
                ? Stream.of("the check of the caller's role by the EJB container")
                : Stream.empty();
        return Stream.of(roles, interceptors, decorated, around, named, made(method, beanClass, beans))
                .flatMap(each -> each)
                .findFirst();
    }

    /** What the application makes of the request before the method, and may refuse to make. */
    private static Stream<String> made(Method method, Class<?> beanClass, BeanManager beans) {
        Stream<String> parameters = Arrays.stream(method.getParameters())
                .filter(Surroundings::isMadeOfTheCaller)
                .map(each -> "the making of its parameter of " + each.getType());
        Stream<String> creation = isMadeByTheCall(beanClass, beans)
                ? ResourceMethods.supertypes(beanClass).stream()
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(each -> each.isAnnotationPresent(PostConstruct.class))
                        .map(each -> "the @PostConstruct method " + AnnotationCheck.name(each))
                : Stream.empty();
        return Stream.concat(parameters, creation);
    }

    /** Objects without a scope are made before request filters run; those of the application are nobody's own. */
    private static boolean isMadeByTheCall(Class<?> beanClass, BeanManager beans) {
        return Arrays.stream(beanClass.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> beans.isNormalScope(type) && type != ApplicationScoped.class);
    }

    /** Of more than the URL, which is the key of the page. */
    private static boolean isMadeOfTheCaller(Parameter parameter) {
        Type type = parameter.getParameterizedType();
        return parameter.isAnnotationPresent(Context.class)
                ? !Parameters.isOfServer(type)
                : (parameter.isAnnotationPresent(HeaderParam.class) || parameter.isAnnotationPresent(CookieParam.class))
                        && !Parameters.isPlain(type)
                        && type != Cookie.class;
    }

    /** Other beans' roles are checked by request filters, which have passed before. */
    private static boolean namesRoles(Method method, Class<?> beanClass) {
        return Stream.<AnnotatedElement>concat(
                        ResourceMethods.withOverridden(method, beanClass).stream(),
                        ResourceMethods.supertypes(beanClass).stream())
                .anyMatch(each ->
                        each.isAnnotationPresent(RolesAllowed.class) || each.isAnnotationPresent(DenyAll.class));
    }

    /** By names, since embedded applications have no EJB API. */
    private static boolean isSessionBean(Class<?> beanClass) {
        return ResourceMethods.supertypes(beanClass).stream()
                .flatMap(type -> Arrays.stream(type.getAnnotations()))
                .anyMatch(each -> SESSION_BEANS.contains(each.annotationType().getName()));
    }

    private static boolean isTransactional(Interceptor<?> interceptor) {
        return interceptor.getInterceptorBindings().stream()
                .anyMatch(binding -> binding.annotationType().getName().equals(TRANSACTIONAL));
    }

    private static Optional<Method> ownAround(Class<?> beanClass) {
        return ResourceMethods.supertypes(beanClass).stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(each -> each.isAnnotationPresent(AroundInvoke.class))
                .findFirst();
    }

    private static boolean applies(Interceptor<?> interceptor, Set<Annotation> bindings, BeanManager beans) {
        Set<Annotation> needed = interceptor.getInterceptorBindings();
        return !needed.isEmpty()
                && needed.stream().allMatch(one -> bindings.stream()
                        .anyMatch(other -> other.annotationType() == one.annotationType()
                                && beans.areInterceptorBindingsEquivalent(one, other)));
    }

    private static boolean applies(Decorator<?> decorator, Method method, Class<?> beanClass) {
        return raw(decorator.getDelegateType()).isAssignableFrom(beanClass)
                && decorator.getDecoratedTypes().stream()
                        .flatMap(type -> Arrays.stream(raw(type).getMethods()))
                        .anyMatch(each -> isSameOrGeneric(each, method));
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return raw(parameterized.getRawType());
        }
        return type instanceof Class<?> raw ? raw : Object.class;
    }

    /** By name and number of parameters where those of the decorated type are type variables. */
    private static boolean isSameOrGeneric(Method decorated, Method method) {
        return ResourceMethods.isSame(decorated, method)
                || (decorated.getName().equals(method.getName())
                        && decorated.getParameterCount() == method.getParameterCount()
                        && !Arrays.equals(decorated.getGenericParameterTypes(), decorated.getParameterTypes()));
    }

    private static Set<Annotation> bindings(Method method, Class<?> beanClass, BeanManager beans) {
        Set<Annotation> found = new LinkedHashSet<>();
        for (Annotation annotation : method.getAnnotations()) {
            collect(annotation, beans, found);
        }
        for (Annotation annotation : beanClass.getAnnotations()) {
            collect(annotation, beans, found);
        }
        return found;
    }

    private static void collect(Annotation annotation, BeanManager beans, Set<Annotation> found) {
        Class<? extends Annotation> type = annotation.annotationType();
        if (beans.isInterceptorBinding(type) && found.add(annotation)) {
            beans.getInterceptorBindingDefinition(type).stream()
                    .filter(each -> beans.isInterceptorBinding(each.annotationType()))
                    .forEach(each -> collect(each, beans, found));
        } else if (beans.isStereotype(type)) {
            beans.getStereotypeDefinition(type).forEach(each -> collect(each, beans, found));
        }
    }
}
