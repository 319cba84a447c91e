package org.cachette.bench;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers with the constant and the fields of a page hit, after all other filters, and does nothing else: what any
 * cache could come to that stands where Cachette does.
 */
@Provider
@Priority(Integer.MAX_VALUE)
public final class ConstantFilter implements ContainerRequestFilter {

    private static final String DATE = "Sun, 22 Nov 2026 11:17:50 GMT";

    @Override
    public void filter(ContainerRequestContext request) {
        request.abortWith(Response.ok(Pages.CONSTANT_BYTES, MediaType.TEXT_PLAIN_TYPE)
                .header("Cache-Control", "max-age=600")
                .header("ETag", "\"Xl6MlZeWcUVhttVsX0fHHpGI\"")
                .header("Last-Modified", DATE)
                .header("Age", "1")
                .header("Expires", DATE)
                .header("Date", DATE)
                .build());
    }
}
