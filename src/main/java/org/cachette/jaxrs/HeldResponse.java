package org.cachette.jaxrs;

import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.List;
import java.util.Map;
import org.cachette.page.Exchange;

/**
 * A response that is to be stored and whose body is yet to be written.
 *
 * @param response the live response, whose status can be changed until the first byte goes out
 * @param afterFilters its headers when the last response filter was done
 */
record HeldResponse(Exchange exchange, ContainerResponseContext response, Map<String, List<String>> afterFilters) {

    static final String PROPERTY = "org.cachette.held";
}
