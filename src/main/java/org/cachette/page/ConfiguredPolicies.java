package org.cachette.page;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** The page policies that settings give to methods without {@code @CachePage}. Safe for use by several threads. */
@FunctionalInterface
public interface ConfiguredPolicies {

    /**
     * The policy for a method and URL; null when there is none, or when an annotation of the method decides.
     *
     * @param path the path as sent, relative to the application's
     */
    @Nullable
    PagePolicy find(Class<?> resource, Method method, String path);
}
