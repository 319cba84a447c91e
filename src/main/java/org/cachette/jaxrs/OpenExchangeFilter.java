package org.cachette.jaxrs;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cachette.page.Exchange;

/** Opens the exchange of a request before any other filter looks at it, so that all can declare. */
@PreMatching
@Priority(Integer.MIN_VALUE)
final class OpenExchangeFilter implements ContainerRequestFilter {

    private static final Logger LOG = System.getLogger("org.cachette.jaxrs");

    private final CurrentExchange current;
    private final Refreshes refreshes;
    private final AtomicBoolean warned = new AtomicBoolean();

    OpenExchangeFilter(CurrentExchange current, Refreshes refreshes) {
        this.current = current;
        this.refreshes = refreshes;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Exchange exchange = new Exchange(request.getMethod());
        request.setProperty(Exchanges.PROPERTY, exchange);
        if (!current.isAtHand(exchange) || Refreshes.isOne(request)) {
            openScope(exchange, request);
        }
    }

    private void openScope(Exchange exchange, ContainerRequestContext request) {
        try {
            current.open(exchange);
        } catch (ContextNotActiveException e) {
            if (refreshes.openScope(request)) {
                current.open(exchange);
            } else if (warned.compareAndSet(false, true)) {
                LOG.log(
                        Level.WARNING,
                        "no CDI request scope is active while a JAX-RS request is answered: the caching annotations"
                                + " cannot act. On Jersey SE add jersey-weld2-se",
                        e);
            }
        }
    }
}
