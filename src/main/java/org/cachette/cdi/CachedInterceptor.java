package org.cachette.cdi;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.cachette.annotation.Cached;
import org.jspecify.annotations.Nullable;

/** Serves the hit, inside of all that guards the method, as with pages. */
@Cached
@Interceptor
@Priority(CachePageInterceptor.PRIORITY)
class CachedInterceptor {

    // A field, for the same reason as in CachePageInterceptor.
    @Inject
    ValueMethods methods;

    @AroundInvoke
    @Nullable
    Object around(InvocationContext call) throws Exception {
        return methods.fetchOrProceed(call);
    }
}
