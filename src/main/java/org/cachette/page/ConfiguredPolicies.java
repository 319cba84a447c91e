package org.cachette.page;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** The policies of pages that are served and kept without an interceptor. Safe for use by several threads. */
public interface ConfiguredPolicies {

    /** The policy for a method under {@code @CachePage}; null for all others, and for those with an interceptor. */
    @Nullable
    PagePolicy annotated(Class<?> resource, Method method);

    /**
     * The policy that settings give to a method and URL; null when there is none, or when an annotation of the method decides.
     *
     * @param path the path as sent, relative to the application's
     */
    @Nullable
    PagePolicy find(Class<?> resource, Method method, String path);
}
