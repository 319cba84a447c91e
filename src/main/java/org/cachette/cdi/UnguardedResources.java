package org.cachette.cdi;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedCallable;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.cachette.annotation.CachePage;

/**
 * Resource classes around whose pages nothing stands but the page cache. Their hits are served by the last request
 * filter, as those of pages by settings are, and their objects are made without an interceptor, which costs a container
 * more than a hit does. All others keep their interceptor, which is inside of whatever guards their methods.
 *
 * <p>Only on Jersey, which makes the object before request filters run, so that nothing that may refuse a caller is left
 * out, and which tells of an answer that it was made of an exception.
 */
final class UnguardedResources {

    /** Whatever they mean, it happens around a method, or when its object is made. */
    private static final List<String> GUARDING_PACKAGES =
            List.of("jakarta.annotation.security.", "jakarta.ejb.", "jakarta.interceptor.", "jakarta.validation.");

    private static final String JAXRS = Path.class.getPackageName() + ".";

    /** Read from the URL, which is the page's key. */
    private static final Set<Class<? extends Annotation>> OF_THE_URL = Set.of(PathParam.class, QueryParam.class);

    private static final Set<Class<? extends Annotation>> MADE_BEFORE_FILTERS_OR_FOR_ALL =
            Set.of(Dependent.class, ApplicationScoped.class, Singleton.class);

    private final Map<Class<?>, Boolean> seen = new HashMap<>();
    private final boolean onJersey = isOnJersey();

    /** Takes the interceptor off a class that needs none. To be the last who changes it. */
    void consider(ProcessAnnotatedType<?> event, BeanManager beans) {
        AnnotatedType<?> type = event.getAnnotatedType();
        boolean unguarded = onJersey && isUnguarded(type, beans);
        // One class may be several beans, of which one may be guarded.
        if (seen.merge(type.getJavaClass(), unguarded, Boolean::logicalAnd)) {
            AnnotatedTypeConfigurator<?> configurator = event.configureAnnotatedType();
            configurator.remove(CachePage.class::isInstance);
            configurator.methods().forEach(method -> method.remove(CachePage.class::isInstance));
        }
    }

    /** Whether that class is served by the filter. */
    boolean contains(Class<?> beanClass) {
        return seen.getOrDefault(beanClass, false);
    }

    private static boolean isOnJersey() {
        try {
            return RuntimeDelegate.getInstance().getClass().getName().startsWith("org.glassfish.jersey.");
        } catch (RuntimeException | LinkageError e) {
            return false;
        }
    }

    private static boolean isUnguarded(AnnotatedType<?> type, BeanManager beans) {
        Class<?> beanClass = type.getJavaClass();
        return beanClass.getSuperclass() == Object.class
                && beanClass.getInterfaces().length == 0
                && type.isAnnotationPresent(Path.class)
                && parts(type).flatMap(part -> part.getAnnotations().stream()).noneMatch(each -> mayGuard(each, beans))
                && (isMadeBefore(type, beans) || injected(type).noneMatch(UnguardedResources::takesSomething))
                && pages(type).allMatch(UnguardedResources::isOfTheUrl);
    }

    private static Stream<Annotated> parts(AnnotatedType<?> type) {
        return Stream.of(
                        Stream.of(type),
                        type.getFields().stream(),
                        callables(type),
                        callables(type).flatMap(each -> each.getParameters().stream()))
                .flatMap(each -> each);
    }

    private static Stream<AnnotatedCallable<?>> callables(AnnotatedType<?> type) {
        return Stream.concat(type.getMethods().stream(), type.getConstructors().stream());
    }

    private static boolean mayGuard(Annotation annotation, BeanManager beans) {
        Class<? extends Annotation> type = annotation.annotationType();
        return type != CachePage.class
                && (beans.isInterceptorBinding(type)
                        || beans.isStereotype(type)
                        || type == PostConstruct.class
                        || isOfGuardingPackage(type)
                        || Stream.of(type.getAnnotations())
                                .anyMatch(each -> isOfGuardingPackage(each.annotationType())));
    }

    private static boolean isOfGuardingPackage(Class<? extends Annotation> type) {
        return GUARDING_PACKAGES.stream().anyMatch(type.getName()::startsWith);
    }

    /** Whether its object is there before request filters run, or is nobody's own. */
    private static boolean isMadeBefore(AnnotatedType<?> type, BeanManager beans) {
        return type.getAnnotations().stream()
                .map(Annotation::annotationType)
                .filter(beans::isScope)
                .allMatch(MADE_BEFORE_FILTERS_OR_FOR_ALL::contains);
    }

    /** What is set when the object is made: all but what the server calls. */
    private static Stream<Annotated> injected(AnnotatedType<?> type) {
        Stream<AnnotatedCallable<?>> callables = callables(type)
                .filter(each -> !(each.getJavaMember() instanceof Method method)
                        || ResourceMethods.httpMethods(method).isEmpty());
        return Stream.concat(
                type.getFields().stream(),
                callables.flatMap(each -> Stream.concat(Stream.of(each), each.getParameters().stream())));
    }

    private static boolean takesSomething(Annotated part) {
        return (part.isAnnotationPresent(Context.class) && !Parameters.isOfServer(part.getBaseType()))
                || part.getAnnotations().stream()
                        .map(each -> each.annotationType().getName())
                        .anyMatch(name -> name.equals(Inject.class.getName())
                                || (name.startsWith(JAXRS) && name.endsWith("Param")));
    }

    private static Stream<AnnotatedMethod<?>> pages(AnnotatedType<?> type) {
        boolean all = type.isAnnotationPresent(CachePage.class);
        return type.getMethods().stream()
                .filter(each -> each.isAnnotationPresent(CachePage.class)
                        || (all && ResourceMethods.isCacheable(each.getJavaMember())))
                .map(each -> (AnnotatedMethod<?>) each);
    }

    private static boolean isOfTheUrl(AnnotatedMethod<?> page) {
        Method method = page.getJavaMember();
        return Modifier.isPublic(method.getModifiers())
                && !CompletionStage.class.isAssignableFrom(method.getReturnType())
                && page.getParameters().stream().allMatch(UnguardedResources::isOfTheUrl);
    }

    /** Neither the application's binder nor its converter makes it, which might look at the caller. */
    private static boolean isOfTheUrl(AnnotatedParameter<?> parameter) {
        return parameter.isAnnotationPresent(Context.class)
                ? Parameters.isOfServer(parameter.getBaseType())
                : Parameters.isPlain(parameter.getBaseType())
                        && OF_THE_URL.stream().anyMatch(parameter::isAnnotationPresent)
                        && parameter.getAnnotations().stream()
                                .allMatch(
                                        each -> each.annotationType().getName().startsWith(JAXRS));
    }
}
