package org.cachette.jaxrs;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.security.Principal;
import org.cachette.http.RequestHead;
import org.cachette.http.Visitor;
import org.cachette.page.Exchange;
import org.jspecify.annotations.Nullable;

/** The last thing done to a request: tells the exchange what was asked, by whom, and which method will answer. */
@Priority(Integer.MAX_VALUE)
class FetchPageFilter implements ContainerRequestFilter {

    private static final String CERTIFICATE = "jakarta.servlet.request.X509Certificate";

    @Context
    private @Nullable ResourceInfo resource;

    @Override
    public final void filter(ContainerRequestContext request) {
        Exchange exchange = Exchanges.of(request);
        if (exchange != null) {
            UriInfo uri = request.getUriInfo();
            // Jersey's is the ResourceInfo as well; its injected one is a proxy that is slow to find it.
            ResourceInfo matched = uri instanceof ResourceInfo info ? info : resource;
            exchange.matched(
                    new RequestHead(request.getMethod(), uri.getRequestUri(), request.getHeaders()),
                    matched == null ? null : matched.getResourceClass(),
                    matched == null ? null : matched.getResourceMethod(),
                    () -> visitor(request));
            if (hasUnannouncedContent(request)) {
                exchange.markContent();
            }
        }
    }

    /** HTTP/2 has content without a word about its length; its media type is what gives it away. */
    private static boolean hasUnannouncedContent(ContainerRequestContext request) {
        return request.getHeaders().containsKey("content-type")
                && !request.getHeaders().containsKey("content-length")
                && request.hasEntity();
    }

    private Visitor visitor(ContainerRequestContext request) {
        SecurityContext security = request.getSecurityContext();
        Principal user = security == null ? null : security.getUserPrincipal();
        boolean certificate = request.getProperty(CERTIFICATE) != null
                || (security != null && SecurityContext.CLIENT_CERT_AUTH.equals(security.getAuthenticationScheme()));
        Visitor.Session session = session();
        return user == null && !certificate && session == Visitor.Session.NONE
                ? Visitor.UNKNOWN
                : new Visitor(user == null ? null : user.getName(), certificate, session);
    }

    /** The visitor's session; none without a servlet container. */
    Visitor.Session session() {
        return Visitor.Session.NONE;
    }
}
