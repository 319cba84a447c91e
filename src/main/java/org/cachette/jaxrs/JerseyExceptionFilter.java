package org.cachette.jaxrs;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import org.cachette.page.Declarations;
import org.cachette.page.Exchange;
import org.cachette.page.PageLookup;
import org.glassfish.jersey.server.ContainerResponse;

/**
 * Keeps what was made of an exception out of the pages of annotated methods, whatever its mapper says: it was not meant
 * to be the page. An error that says for how long it may be kept is judged as any other (R9111-50).
 */
@Priority(Integer.MAX_VALUE)
final class JerseyExceptionFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Exchange exchange = Exchanges.of(request);
        if (exchange != null
                && exchange.lookup() instanceof PageLookup.Miss
                && request.getProperty(FetchPageFilter.BY_SETTINGS) == null
                && response.getStatus() < 400
                && response instanceof ContainerResponse answer
                && answer.isMappedFromException()) {
            exchange.declare(Declarations::dontStore);
        }
    }
}
