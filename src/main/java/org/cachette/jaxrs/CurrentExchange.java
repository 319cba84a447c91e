package org.cachette.jaxrs;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.cachette.page.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Hands the exchange of the request to beans that have no request in hand, such as CDI interceptors. On other threads
 * than the request's own there is none, since the request scope is not active there.
 */
@RequestScoped
public class CurrentExchange {

    private @Nullable Exchange exchange;

    void open(Exchange opened) {
        exchange = opened;
    }

    /** The exchange of the current request; empty when no JAX-RS request is being answered. */
    public Optional<Exchange> get() {
        return Optional.ofNullable(exchange);
    }
}
