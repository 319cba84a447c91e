package org.cachette.cdi;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cachette.backend.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Checks the resource classes that CDI did not show to the extension, such as those without a scope on some servers.
 * Found by every JAX-RS implementation as a service.
 */
public final class ResourceClassCheck implements DynamicFeature {

    private final Set<Class<?>> checked = ConcurrentHashMap.newKeySet();

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Class<?> type = written(resource.getResourceClass());
        if (type != null && isOfApplication(type) && checked.add(type)) {
            check(type);
        }
    }

    /** The class that somebody wrote, where a container shows one that it generated below it. */
    private static @Nullable Class<?> written(@Nullable Class<?> type) {
        Class<?> each = type;
        while (each != null && (each.isSynthetic() || each.getName().contains("$$"))) {
            each = each.getSuperclass();
        }
        return each;
    }

    private static boolean isOfApplication(Class<?> type) {
        return !type.getName().startsWith("org.glassfish.jersey.")
                && !type.getName().startsWith("org.jboss.resteasy.");
    }

    private static void check(Class<?> type) {
        CacheExtension extension;
        BeanManager beans;
        try {
            beans = CDI.current().getBeanManager();
            extension = beans.getExtension(CacheExtension.class);
        } catch (IllegalStateException | IllegalArgumentException e) {
            return;
        }
        if (!extension.hasChecked(type)) {
            Problems problems = new Problems();
            extension.check(beans).check(type, problems);
            problems.throwIfAny();
        }
    }
}
