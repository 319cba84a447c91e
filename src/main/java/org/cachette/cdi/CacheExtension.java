package org.cachette.cdi;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Decorator;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.Interceptor;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cachette.CacheConfigurationException;
import org.cachette.Pages;
import org.cachette.annotation.CacheName;
import org.cachette.annotation.CachePage;
import org.cachette.backend.Problems;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;
import org.cachette.page.PageCache;
import org.cachette.page.PageStore;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings and checks every use of an annotation when the application is deployed; all problems are in one
 * message. What it sets up lives as long as the deployment.
 */
public class CacheExtension implements Extension {

    private final List<Bean<?>> allBeans = new ArrayList<>();
    private final Set<Class<?>> beanClasses = new LinkedHashSet<>();
    private final Set<String> injectedNames = new LinkedHashSet<>();
    private final Surroundings surroundings = new Surroundings();
    private final UnguardedResources unguarded = new UnguardedResources();
    private boolean dropsPages;
    private @Nullable Deployed deployed;

    void page(
            @Observes @Priority(Integer.MAX_VALUE) @WithAnnotations(CachePage.class) ProcessAnnotatedType<?> event,
            BeanManager beans) {
        unguarded.consider(event, beans);
    }

    void bean(@Observes ProcessBean<?> event) {
        allBeans.add(event.getBean());
        if (event.getBean() instanceof Interceptor<?> interceptor) {
            surroundings.add(interceptor);
        } else if (event.getBean() instanceof Decorator<?> decorator) {
            surroundings.add(decorator);
        } else if (event.getAnnotated() instanceof AnnotatedType<?> type) {
            beanClasses.add(type.getJavaClass());
        }
    }

    void injectionPoint(@Observes ProcessInjectionPoint<?, ?> event) {
        dropsPages |= event.getInjectionPoint().getType().getTypeName().contains(Pages.class.getName());
        for (Annotation qualifier : event.getInjectionPoint().getQualifiers()) {
            if (qualifier instanceof CacheName name
                    && !event.getInjectionPoint()
                            .getMember()
                            .getDeclaringClass()
                            .equals(CacheProducers.class)) {
                injectedNames.add(name.value());
            }
        }
    }

    void validate(@Observes AfterDeploymentValidation event, BeanManager beans) {
        Problems problems = new Problems();
        Settings settings = Deployed.settings(problems);
        if (settings != null) {
            checkNames(settings.caches().keySet(), problems);
            AnnotationCheck check = new AnnotationCheck(settings.caches().keySet(), surroundings, beans);
            ValueCheck values = new ValueCheck(settings.caches(), surroundings, beans);
            beanClasses.forEach(beanClass -> {
                check.check(beanClass, problems);
                values.check(beanClass, problems);
            });
            RuleCheck.check(settings.pages(), beanClasses, problems);
            deployed = Deployed.start(settings, new DeployedBeans(beans, allBeans), problems);
            if ((dropsPages || values.dropsByPrefix()) && deployed != null) {
                deployed.pages().droppedByPrefix();
            }
        }
        try {
            problems.throwIfAny();
        } catch (CacheConfigurationException e) {
            event.addDeploymentProblem(e);
        }
    }

    void started(@Observes @Initialized(ApplicationScoped.class) Object event) {
        if (deployed != null) {
            deployed.caches().started();
        }
    }

    void close(@Observes BeforeShutdown event) {
        if (deployed != null) {
            deployed.caches().close();
        }
    }

    private void checkNames(Set<String> configured, Problems problems) {
        injectedNames.stream()
                .filter(name -> !configured.contains(name))
                .forEach(name -> problems.add("@CacheName(\"" + name + "\") is injected, but no such cache is"
                        + " configured: expected one of " + configured));
    }

    /** Whether the annotations of that class were checked at deployment. */
    boolean hasChecked(Class<?> beanClass) {
        return beanClasses.contains(beanClass);
    }

    /** All bean classes: JAX-RS comes to those without a path by a locator. */
    Set<Class<?>> beanClasses() {
        return Collections.unmodifiableSet(beanClasses);
    }

    /** The bean classes that JAX-RS finds by their path. */
    List<Class<?>> resources() {
        return beanClasses.stream()
                .filter(type -> ResourceMethods.supertypes(type).stream()
                        .anyMatch(each -> each.isAnnotationPresent(Path.class)))
                .toList();
    }

    AnnotationCheck check(BeanManager beans) {
        return new AnnotationCheck(settings().caches().keySet(), surroundings, beans);
    }

    Guards guards(BeanManager beans) {
        return (method, beanClass) -> surroundings.guard(method, beanClass, beans);
    }

    UnguardedResources unguarded() {
        return unguarded;
    }

    Settings settings() {
        return up().settings();
    }

    InstantSource clock() {
        return up().clock();
    }

    NamedCaches caches() {
        return up().caches();
    }

    PageCache pages() {
        return up().pages();
    }

    PageStore pageStore() {
        return up().pageStore();
    }

    private Deployed up() {
        Deployed up = deployed;
        if (up == null) {
            throw new CacheConfigurationException("caches can be used once the application is deployed, not before");
        }
        return up;
    }
}
