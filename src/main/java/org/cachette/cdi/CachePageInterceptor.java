package org.cachette.cdi;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.cachette.annotation.CachePage;
import org.jspecify.annotations.Nullable;

/**
 * Serves the hit: skips the method and leaves the stored response on the exchange. Its priority is above every value
 * found in use, so that whatever guards the method has passed before.
 */
@CachePage(0)
@Interceptor
@Priority(CachePageInterceptor.PRIORITY)
class CachePageInterceptor {

    static final int PRIORITY = 4900;

    // A field, since Payara makes interceptors of session beans with a constructor without arguments only. A single
    // one, since an interceptor is made for each resource object, which is for each request.
    @Inject
    PageMethods methods;

    @AroundInvoke
    @Nullable
    Object fetchOrProceed(InvocationContext call) throws Exception {
        return methods.fetchOrProceed(call);
    }
}
