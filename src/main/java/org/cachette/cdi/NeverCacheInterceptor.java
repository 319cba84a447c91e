package org.cachette.cdi;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.cachette.annotation.NeverCache;

/** Declares what {@link NeverCache} says about the response; inside the page cache, so not on a hit. */
@NeverCache
@Interceptor
@Priority(CachePageInterceptor.PRIORITY + 10)
class NeverCacheInterceptor {

    @Inject
    CurrentMethod current;

    @AroundInvoke
    Object declareAndProceed(InvocationContext call) throws Exception {
        return current.declareAndProceed(call, NeverCache.class);
    }
}
