package org.cachette.samples.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Set;

/**
 * Sees to it that every request finds its method. JAX-RS answers 405 to methods that it does not know, 406 and 415 by
 * media types; so it is shown another method, and no media types. {@link AfterMatching} puts back what it can.
 *
 * <p>Fields that {@code Connection} names go here already: the cache must not tell requests apart, or take them for
 * equal, by what the origin does not get to see.
 */
@Provider
@PreMatching
@ApplicationScoped
public class BeforeMatching implements ContainerRequestFilter {

    private static final Set<String> MATCHED = Set.of("GET", "HEAD", "OPTIONS", "QUERY", "POST");

    @Inject
    Received received;

    @Override
    public void filter(ContainerRequestContext request) {
        MultivaluedMap<String, String> headers = request.getHeaders();
        if (headers.getOrDefault(HttpHeaders.HOST, List.of()).size() > 1) {
            // The cache and the origin might each take another one (RFC 9112 section 3.2).
            request.abortWith(Response.status(Response.Status.BAD_REQUEST).build());
            return;
        }
        HopByHop.namedBy(headers.getOrDefault(HopByHop.CONNECTION, List.of())).forEach(headers::remove);

        received.setMethod(request.getMethod());
        request.setMethod(matched(request.getMethod()));
        for (String name : List.of(HttpHeaders.ACCEPT, HttpHeaders.CONTENT_TYPE)) {
            List<String> lines = headers.remove(name);
            if (lines != null) {
                received.hidden().put(name, lines);
            }
        }
    }

    /** TRACE changes nothing, as OPTIONS; what is unknown may change something, as POST. */
    private static String matched(String method) {
        if (MATCHED.contains(method)) {
            return method;
        }
        return method.equals("TRACE") ? "OPTIONS" : "POST";
    }
}
