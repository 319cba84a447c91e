package org.cachette.cdi;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import org.cachette.annotation.CachePage;
import org.cachette.page.Declarations;
import org.cachette.page.Exchange;
import org.cachette.page.PageCache;
import org.cachette.page.PageLookup;
import org.cachette.page.PagePolicy;
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

    // Fields, since Payara makes interceptors of session beans with a constructor without arguments only.
    @Inject
    CurrentMethod current;

    @Inject
    PageCache pages;

    @Inject
    PagePolicies policies;

    @AroundInvoke
    @Nullable
    Object fetchOrProceed(InvocationContext call) throws Exception {
        Optional<Exchange> matched = current.matched(call);
        if (matched.isEmpty() || matched.get().lookup() != null) {
            return call.proceed();
        }
        Exchange exchange = matched.get();
        PagePolicy policy = policies.of(call.getMethod(), call.getTarget().getClass());
        if (pages.lookup(exchange, policy) instanceof PageLookup.Hit) {
            return NeutralValue.answer(call);
        }
        policies.negotiation(call.getMethod(), call.getTarget().getClass()).declare(exchange);
        return proceed(call, exchange);
    }

    /** An exception that is no answer is never stored, whatever an interceptor around us makes of it. */
    private static @Nullable Object proceed(InvocationContext call, Exchange exchange) throws Exception {
        try {
            return call.proceed();
        } catch (WebApplicationException e) {
            throw e;
        } catch (Exception e) {
            exchange.declare(Declarations::dontStore);
            throw e;
        }
    }
}
