package org.cachette.jaxrs;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import org.cachette.page.Exchange;
import org.cachette.page.PageLookup;

/** The first thing done to a response: keeps the method's own headers apart from those that other filters add. */
@Priority(Integer.MAX_VALUE)
final class MethodHeadersFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Exchange exchange = Exchanges.of(request);
        if (exchange != null && exchange.lookup() instanceof PageLookup.Miss) {
            exchange.methodGave(Headers.copy(response.getStringHeaders()));
        }
    }
}
