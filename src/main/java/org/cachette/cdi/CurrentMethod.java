package org.cachette.cdi;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.interceptor.InvocationContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cachette.jaxrs.CurrentExchange;
import org.cachette.page.AnnotatedDeclarations;
import org.cachette.page.Exchange;
import org.jspecify.annotations.Nullable;

/** Tells the interceptors which exchange their method takes part in. */
final class CurrentMethod {

    private static final Logger LOG = System.getLogger("org.cachette.cdi");

    private final CurrentExchange current;
    private final Set<Method> warned = ConcurrentHashMap.newKeySet();

    CurrentMethod(CurrentExchange current) {
        this.current = current;
    }

    /** The exchange, if the intercepted method is the one that the server matched to the request; else null. */
    @Nullable
    Exchange matched(InvocationContext call) {
        Exchange exchange = exchange(call);
        if (exchange == null || !exchange.isMatched(call.getMethod())) {
            return null;
        }
        exchange.markIntercepted();
        return exchange;
    }

    /** As {@link CurrentExchange#tellAtEnd}. */
    void tellAtEnd(Exchange awaited) {
        current.tellAtEnd(awaited);
    }

    /** Declares what that annotation of the intercepted method or of its class says, then goes on. */
    Object declareAndProceed(InvocationContext call, Class<? extends Annotation> annotation) throws Exception {
        Exchange exchange = exchange(call);
        if (exchange != null) {
            if (exchange.isMatched(call.getMethod())) {
                exchange.markIntercepted();
            }
            exchange.declare(declarations -> AnnotatedDeclarations.declare(
                    annotation, call.getMethod(), call.getTarget().getClass(), declarations));
        }
        return call.proceed();
    }

    private @Nullable Exchange exchange(InvocationContext call) {
        try {
            return current.get();
        } catch (ContextNotActiveException e) {
            if (warned.add(call.getMethod())) {
                LOG.log(
                        Level.WARNING,
                        "the caching annotations of {0} did not act, since it was called on a thread without a request"
                                + " scope; call it on the request''s own thread",
                        call.getMethod());
            }
            return null;
        }
    }
}
