package org.cachette.jaxrs;

import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.List;
import java.util.Map;
import org.cachette.page.Exchange;

/**
 * A response whose body is to be whole before anything goes out.
 *
 * @param response the live response, whose status can be changed until the first byte goes out
 * @param afterFilters its headers when the last response filter was done
 * @param isStream whether it may be endless, and goes out from its first flush on
 * @param toStore whether it is to be stored, not only to be given its {@code ETag}
 */
record HeldResponse(
        Exchange exchange,
        ContainerResponseContext response,
        Map<String, List<String>> afterFilters,
        boolean isStream,
        boolean toStore) {

    static final String PROPERTY = "org.cachette.held";
}
