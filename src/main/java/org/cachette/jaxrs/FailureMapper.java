package org.cachette.jaxrs;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.concurrent.CompletionException;
import org.cachette.page.Exchange;
import org.cachette.page.PageCache;

/** Makes a response of an exception that nobody else maps, for a stale page to stand in for it. */
abstract class FailureMapper implements ExceptionMapper<Throwable> {

    private final CurrentExchange current;
    private final PageCache pages;

    FailureMapper(CurrentExchange current, PageCache pages) {
        this.current = current;
        this.pages = pages;
    }

    /** Whether there is such a page. Some exceptions say themselves what the response is. */
    final boolean isHidden(Throwable failure) {
        Throwable thrown = failure instanceof CompletionException ? failure.getCause() : failure;
        if (thrown instanceof WebApplicationException) {
            return false;
        }
        Exchange exchange = current.find();
        return exchange != null && pages.standsInFor(exchange, failure);
    }

    @Override
    public final Response toResponse(Throwable failure) {
        return Response.serverError().build();
    }
}
