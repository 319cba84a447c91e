package org.cachette.jaxrs;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Adds a servlet filter that answers hits before JAX-RS is asked, where nothing of the application stands between. Found by
 * every servlet container as a service; an application that starts its container itself adds it there (Undertow:
 * {@code DeploymentInfo.addServletContainerInitializer}). Without it hits are answered inside of JAX-RS, which takes longer.
 */
public final class EarlyHitInitializer implements ServletContainerInitializer {

    /** Adds the filter to the web application, unless it is known that there is nothing for it to do. */
    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext application) {
        if (areOff()) {
            return;
        }
        FilterRegistration.Dynamic filter = application.addFilter(EarlyHitFilter.NAME, new EarlyHitFilter());
        if (filter != null) {
            filter.setAsyncSupported(true);
            filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        }
    }

    /** Where settings can't be read yet, the filter learns from the first hit that there are none. */
    private static boolean areOff() {
        try {
            return !ConfigProvider.getConfig()
                    .getOptionalValue("cachette.site.early-hits", Boolean.class)
                    .orElse(false);
        } catch (RuntimeException | LinkageError e) {
            return false;
        }
    }
}
