package org.cachette.cdi;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.cachette.annotation.Invalidates;
import org.jspecify.annotations.Nullable;

/** Drops what is outdated when all is done, transactions included: around the interceptors of Jakarta Transactions (200). */
@Invalidates
@Interceptor
@Priority(InvalidatesInterceptor.PRIORITY)
class InvalidatesInterceptor {

    static final int PRIORITY = 150;

    // A field, for the same reason as in CachePageInterceptor.
    @Inject
    ValueMethods methods;

    @AroundInvoke
    @Nullable
    Object around(InvocationContext call) throws Exception {
        return methods.surround(call);
    }
}
