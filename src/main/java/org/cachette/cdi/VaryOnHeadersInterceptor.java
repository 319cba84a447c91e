package org.cachette.cdi;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.cachette.annotation.VaryOnHeaders;

/** Declares what {@link VaryOnHeaders} says about the response; inside the page cache, so not on a hit. */
@VaryOnHeaders({})
@Interceptor
@Priority(CachePageInterceptor.PRIORITY + 10)
class VaryOnHeadersInterceptor {

    @Inject
    CurrentMethod current;

    @AroundInvoke
    Object declareAndProceed(InvocationContext call) throws Exception {
        return current.declareAndProceed(call, VaryOnHeaders.class);
    }
}
