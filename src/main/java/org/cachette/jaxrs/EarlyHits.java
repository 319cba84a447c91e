package org.cachette.jaxrs;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Feature;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cachette.page.Exchange;
import org.cachette.page.PageCache;
import org.cachette.page.PagePolicy;
import org.cachette.page.PageStore;
import org.jspecify.annotations.Nullable;

/**
 * Learns from hits which requests can be answered before JAX-RS: those whose way through it leads past nothing but us. Of
 * an application that has a filter of its own, a feature that could add one, or somebody who watches requests, none. One
 * for each JAX-RS application.
 */
public final class EarlyHits {

    private static final Logger LOG = System.getLogger("org.cachette.jaxrs");

    private static final String OURS = EarlyHits.class.getPackageName();

    /**
     * What servers add to every application. It is about other requests than a GET without content, or about methods
     * that carry its annotation, or says nothing that is not in the stored response. Payara's listener traces requests.
     */
    private static final Set<String> HARMLESS = Set.of(
            "org.cachette.cdi.ResourceClassCheck",
            "fish.payara.microprofile.jwtauth.jaxrs.RolesAllowedDynamicFeature",
            "fish.payara.microprofile.telemetry.tracing.jaxrs.OpenTelemetryApplicationEventListener",
            "org.glassfish.jersey.microprofile.restclient.HeadersRequestFilter",
            "org.jboss.resteasy.plugins.interceptors.CacheControlFeature",
            "org.jboss.resteasy.plugins.interceptors.ClientContentEncodingAnnotationFeature",
            "org.jboss.resteasy.plugins.interceptors.MessageSanitizerContainerResponseFilter",
            "org.jboss.resteasy.plugins.interceptors.ServerContentEncodingAnnotationFeature",
            "org.jboss.resteasy.plugins.providers.jackson.PatchMethodFilter",
            "org.jboss.resteasy.plugins.providers.jsonp.JsonpPatchMethodFilter",
            "org.jboss.resteasy.plugins.providers.multipart.EntityPartFilter",
            "org.jboss.resteasy.plugins.providers.sse.SseEventSinkInterceptor",
            "org.jboss.resteasy.security.doseta.ClientDigitalSigningHeaderDecoratorFeature",
            "org.jboss.resteasy.security.doseta.ClientDigitalVerificationHeaderDecoratorFeature",
            "org.jboss.resteasy.security.doseta.DigitalSigningInterceptor",
            "org.jboss.resteasy.security.doseta.ServerDigitalSigningHeaderDecoratorFeature",
            "org.jboss.resteasy.security.doseta.ServerDigitalVerificationHeaderDecoratorFeature");

    /** Annotations of methods and their classes of which it is known that nothing stands before a method for their sake. */
    private static final List<String> KNOWN = List.of(
            "jakarta.enterprise.context.",
            "jakarta.inject.",
            "jakarta.ws.rs.",
            "java.lang.",
            "org.cachette.annotation.");

    /** What may do the same as a filter, by name: watches requests, or brings filters that no configuration lists. */
    private static final Set<String> LIKE_FILTERS = Set.of(
            "org.glassfish.jersey.server.monitoring.ApplicationEventListener",
            "org.glassfish.jersey.internal.inject.Binder",
            "org.glassfish.hk2.utilities.Binder",
            Feature.class.getName());

    private static final List<String> OF_SERVERS = List.of("fish.payara.", "org.glassfish.", "org.jboss.resteasy.");

    private final boolean enabled;
    private final Predicate<Class<?>> proxied;
    private final Predicate<String> inMemory;
    private final PageCache pages;
    private final PageStore store;
    private final StoredResponseReplay replay;
    private final AtomicReference<@Nullable Boolean> alone = new AtomicReference<>();

    /**
     * Hits of one JAX-RS application.
     *
     * @param enabled whether there are any
     * @param proxied whether the objects of a resource class are made when a method is called, and not before: what happens
     *     when they are made might refuse the caller
     * @param inMemory whether the cache of that name is in the memory of this process
     */
    public EarlyHits(
            boolean enabled,
            Predicate<Class<?>> proxied,
            Predicate<String> inMemory,
            PageCache pages,
            PageStore store) {
        this.enabled = enabled;
        this.proxied = proxied;
        this.inMemory = inMemory;
        this.pages = pages;
        this.store = store;
        this.replay = new StoredResponseReplay(store);
    }

    /** Notes that a request was answered by a page under that policy. */
    void learn(
            ContainerRequestContext request,
            Exchange exchange,
            PagePolicy policy,
            @Nullable Configuration application) {
        Class<?> type = exchange.matchedClass();
        Method method = exchange.matchedMethod();
        if (!(request.getProperty(EarlyPages.Ticket.PROPERTY) instanceof EarlyPages.Ticket ticket)) {
            return;
        }
        if (!enabled) {
            ticket.wantNone();
        } else if (type != null
                && method != null
                && ticket.isFor(request.getUriInfo().getRequestUri().toString())
                && request.getUriInfo().getMatchedResources().size() == 1
                && areKnown(type, method)
                && proxied.test(type)
                && isAlone(application)) {
            ticket.learn(new EarlyPage(
                    request.getUriInfo().getRequestUri(),
                    type,
                    method,
                    policy,
                    pages,
                    store,
                    replay,
                    inMemory.test(policy.cache())));
        }
    }

    /** On the method and what it overrides, and on their classes. */
    private static boolean areKnown(Class<?> type, Method method) {
        return supertypes(type)
                .flatMap(each -> Stream.<AnnotatedElement>concat(Stream.of(each), overridden(method, each)))
                .flatMap(each -> Stream.of(each.getAnnotations()))
                .map(each -> each.annotationType().getName())
                .allMatch(name -> KNOWN.stream().anyMatch(name::startsWith));
    }

    private static Stream<Class<?>> supertypes(@Nullable Class<?> type) {
        return type == null
                ? Stream.empty()
                : Stream.of(
                                Stream.<Class<?>>of(type),
                                supertypes(type.getSuperclass()),
                                Stream.of(type.getInterfaces()).flatMap(EarlyHits::supertypes))
                        .flatMap(each -> each);
    }

    private static Stream<Method> overridden(Method method, Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(each -> each.getName().equals(method.getName())
                        && Arrays.equals(each.getParameterTypes(), method.getParameterTypes()));
    }

    private boolean isAlone(@Nullable Configuration application) {
        Boolean known = alone.get();
        if (known == null) {
            List<Class<?>> others = others(application);
            LOG.log(Level.DEBUG, "what stands between a hit and its request: {0}", others);
            known = application != null && others.isEmpty();
            alone.set(known);
        }
        return known;
    }

    private static List<Class<?>> others(@Nullable Configuration application) {
        return application == null
                ? List.of()
                : Stream.<Class<?>>concat(
                                application.getClasses().stream(),
                                application.getInstances().stream().map(Object::getClass))
                        .filter(EarlyHits::standsAround)
                        .toList();
    }

    private static boolean standsAround(Class<?> type) {
        return !type.getPackageName().equals(OURS)
                && !HARMLESS.contains(type.getName())
                && (ContainerRequestFilter.class.isAssignableFrom(type)
                        || ContainerResponseFilter.class.isAssignableFrom(type)
                        || DynamicFeature.class.isAssignableFrom(type)
                        || isLikeFilter(type));
    }

    private static boolean isLikeFilter(Class<?> type) {
        return OF_SERVERS.stream().noneMatch(type.getName()::startsWith)
                && supertypes(type).anyMatch(each -> LIKE_FILTERS.contains(each.getName()));
    }
}
