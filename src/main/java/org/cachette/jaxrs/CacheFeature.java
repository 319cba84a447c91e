package org.cachette.jaxrs;

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
        context.register(
                new OpenExchangeFilter(cdi.select(CurrentExchange.class).get()));
        PageCache pages = cdi.select(PageCache.class).get();
        ConfiguredPolicies policies = cdi.select(ConfiguredPolicies.class).get();
        RequestAspects aspects = cdi.select(RequestAspects.class).get();
        context.register(
                hasServlets()
                        ? new ServletFetchPageFilter(aspects, pages, policies)
                        : new FetchPageFilter(aspects, pages, policies));
        context.register(new MethodHeadersFilter());
        ConditionalGet conditional = cdi.select(ConditionalGet.class).get();
        context.register(new PatchHeadersFilter(
                store, conditional, cdi.select(PageInvalidation.class).get()));
        context.register(new StorePageInterceptor(store, conditional));
        return true;
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
