package org.cachette.cdi;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.cachette.annotation.Invalidates;
import org.jspecify.annotations.Nullable;

/** As {@link InvalidatesInsideInterceptor}, for several annotations. */
@Invalidates.List({})
@Interceptor
@Priority(CachePageInterceptor.PRIORITY)
class InvalidatesInsideListInterceptor {

    // A field, for the same reason as in CachePageInterceptor.
    @Inject
    ValueMethods methods;

    @AroundInvoke
    @Nullable
    Object around(InvocationContext call) throws Exception {
        return methods.reach(call);
    }
}
