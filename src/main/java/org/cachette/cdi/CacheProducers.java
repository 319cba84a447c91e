package org.cachette.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.cachette.Cache;
import org.cachette.CacheConfigurationException;
import org.cachette.Caches;
import org.cachette.annotation.CacheName;
import org.cachette.backend.memory.MemoryBackendFactory;
import org.cachette.config.CacheSettings;
import org.cachette.config.PageSettings;
import org.cachette.jaxrs.CurrentExchange;
import org.cachette.jaxrs.EarlyHits;
import org.cachette.jaxrs.RequestAspects;
import org.cachette.page.ConditionalGet;
import org.cachette.page.ConfiguredPolicies;
import org.cachette.page.PageCache;
import org.cachette.page.PageInvalidation;
import org.cachette.page.PageStore;

/** Makes injectable what the extension has set up. */
@Dependent
class CacheProducers {

    private final CacheExtension extension;

    @Inject
    CacheProducers(CacheExtension extension) {
        this.extension = extension;
    }

    @Produces
    @Singleton
    Caches caches() {
        return extension.caches();
    }

    @Produces
    Cache cache() {
        return extension.caches().getDefault();
    }

    @Produces
    @CacheName("")
    Cache named(InjectionPoint point) {
        return point.getQualifiers().stream()
                .filter(CacheName.class::isInstance)
                .map(qualifier -> extension.caches().get(((CacheName) qualifier).value()))
                .findFirst()
                .orElseThrow(() -> new CacheConfigurationException("no @CacheName on " + point));
    }

    @Produces
    @Singleton
    CurrentExchange currentExchange(BeanManager beans) {
        return new CurrentExchange(beans);
    }

    @Produces
    @Singleton
    CurrentMethod currentMethod(CurrentExchange current) {
        return new CurrentMethod(current);
    }

    @Produces
    @Singleton
    PagePolicies pagePolicies() {
        return new PagePolicies(extension.settings().pages(), extension.resources());
    }

    @Produces
    @Singleton
    PageMethods pageMethods(CurrentMethod current, PagePolicies policies) {
        return new PageMethods(current, extension.pages(), policies);
    }

    @Produces
    @Singleton
    ConfiguredPolicies configuredPolicies(PagePolicies policies, BeanManager beans) {
        return new SettingsPolicies(
                extension.settings().pages(), policies, extension.unguarded(), extension.guards(beans));
    }

    @Produces
    @Singleton
    PageInvalidation pageInvalidation(PagePolicies policies) {
        return new PageInvalidation(
                extension.pages(),
                policies.regions(SettingsPolicies.regions(extension.settings().pages()), extension.beanClasses()));
    }

    @Produces
    @Singleton
    RequestAspects requestAspects() {
        PageSettings pages = extension.settings().pages();
        return new RequestAspects(
                pages.queryContent(), pages.normalizeQuery(), pages.varyLanguage(), pages.varyTimeZone());
    }

    /** Another one for each JAX-RS application: what surrounds methods is its own. */
    @Produces
    EarlyHits earlyHits(BeanManager beans) {
        PageSettings pages = extension.settings().pages();
        boolean byUrlAlone = !pages.varyLanguage() && !pages.varyTimeZone();
        return new EarlyHits(
                pages.earlyHits() && byUrlAlone,
                type -> isProxied(type, beans),
                this::isInMemory,
                extension.pages(),
                extension.pageStore());
    }

    private boolean isInMemory(String cache) {
        CacheSettings settings = extension.settings().caches().get(cache);
        return settings != null && settings.backend() instanceof MemoryBackendFactory;
    }

    private static boolean isProxied(Class<?> type, BeanManager beans) {
        List<Bean<?>> ofType = beans.getBeans(type, Any.Literal.INSTANCE).stream()
                .filter(bean -> bean.getBeanClass() == type)
                .toList();
        return !ofType.isEmpty() && ofType.stream().allMatch(bean -> beans.isNormalScope(bean.getScope()));
    }

    @Produces
    @Singleton
    ConditionalGet conditionalGet() {
        return new ConditionalGet(extension.settings().pages().conditionalGet());
    }

    @Produces
    @Singleton
    PageCache pageCache() {
        return extension.pages();
    }

    @Produces
    @Singleton
    PageStore pageStore() {
        return extension.pageStore();
    }
}
