package org.cachette.jaxrs;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.cachette.page.Exchange;
import org.jspecify.annotations.Nullable;

/** Where the exchange travels: in the request's properties, which are there on every thread. */
final class Exchanges {

    static final String PROPERTY = "org.cachette.exchange";

    private Exchanges() {}

    /** The exchange of the request; null where a filter before ours ended it. */
    static @Nullable Exchange of(ContainerRequestContext request) {
        return of(request.getProperty(PROPERTY));
    }

    static @Nullable Exchange of(@Nullable Object property) {
        return property instanceof Exchange exchange ? exchange : null;
    }
}
