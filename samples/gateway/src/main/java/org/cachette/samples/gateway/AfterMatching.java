package org.cachette.samples.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Puts back what {@link BeforeMatching} hid, before the cache looks at the request. */
@Provider
@ApplicationScoped
public class AfterMatching implements ContainerRequestFilter {

    @Inject
    Received received;

    @Override
    public void filter(ContainerRequestContext request) {
        request.getHeaders().putAll(received.hidden());
        received.setHeaders(request.getHeaders());
        received.setContent(request::getEntityStream);
    }
}
