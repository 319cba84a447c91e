package org.cachette.jaxrs;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.cachette.page.ConditionalGet;
import org.cachette.page.ConfiguredPolicies;
import org.cachette.page.PageCache;
import org.cachette.page.PageInvalidation;
import org.cachette.page.PageStore;
import org.jspecify.annotations.Nullable;

/** Registers what Cachette does around requests. Found by every JAX-RS implementation as a service. */
public final class CacheFeature implements Feature {

    private static final Logger LOG = System.getLogger("org.cachette.jaxrs");

    @Override
    public boolean configure(FeatureContext context) {
        CDI<Object> cdi = cdi();
        if (cdi == null) {
            LOG.log(Level.WARNING, "Cachette does nothing in this application, since CDI is not running in it");
            return false;
        }
        PageStore store = cdi.select(PageStore.class).get();
        CurrentExchange current = cdi.select(CurrentExchange.class).get();
        PageCache pages = cdi.select(PageCache.class).get();
        Redispatch redispatch = redispatch(context);
        if (redispatch != null) {
            redispatch.register(context, current, pages);
        }
        Refreshes refreshes = new Refreshes(redispatch, cdi.select(RequestContextController.class));
        context.register(new OpenExchangeFilter(current, refreshes));
        ConfiguredPolicies policies = cdi.select(ConfiguredPolicies.class).get();
        RequestAspects aspects = cdi.select(RequestAspects.class).get();
        EarlyHits early = cdi.select(EarlyHits.class).get();
        context.register(
                hasServlets()
                        ? new ServletFetchPageFilter(current, aspects, pages, policies, early, refreshes.arePossible())
                        : new FetchPageFilter(current, aspects, pages, policies, early, refreshes.arePossible()));
        context.register(new MethodHeadersFilter());
        ConditionalGet conditional = cdi.select(ConditionalGet.class).get();
        context.register(new PatchHeadersFilter(
                store, conditional, cdi.select(PageInvalidation.class).get(), refreshes));
        context.register(new StorePageInterceptor(store, conditional));
        return true;
    }

    private static @Nullable Redispatch redispatch(FeatureContext context) {
        String implementation = context.getClass().getName() + " "
                + context.getConfiguration().getClass().getName();
        try {
            if (implementation.contains("org.glassfish.jersey.")) {
                return new JerseyRedispatch();
            }
            return implementation.contains("org.jboss.resteasy.")
                    ? new ResteasyRedispatch(context.getClass().getClassLoader())
                    : null;
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.log(Level.DEBUG, "stale pages are made anew while their client waits", e);
            return null;
        }
    }

    private static @Nullable CDI<Object> cdi() {
        try {
            return CDI.current();
        } catch (IllegalStateException e) {
            return null;
        }
    }

    private static boolean hasServlets() {
        try {
            Class.forName("jakarta.servlet.http.HttpServletRequest", false, CacheFeature.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
