package org.cachette.server.app;

import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** An interceptor without a priority, to be enabled in {@code beans.xml}. */
@Audited
@Interceptor
public class AuditInterceptor {

    @AroundInvoke
    public Object note(InvocationContext call) throws Exception {
        return call.proceed();
    }
}
