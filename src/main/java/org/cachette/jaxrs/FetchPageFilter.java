package org.cachette.jaxrs;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.lang.reflect.Method;
import java.security.Principal;
import org.cachette.http.RequestHead;
import org.cachette.http.Visitor;
import org.cachette.page.Capabilities;
import org.cachette.page.ConfiguredPolicies;
import org.cachette.page.Exchange;
import org.cachette.page.PageCache;
import org.cachette.page.PageLookup;
import org.cachette.page.PagePolicy;
import org.jspecify.annotations.Nullable;

/**
 * The last thing done to a request: tells the exchange what was asked, by whom, and which method will answer, and serves
 * the hit on a page whose method has no interceptor of ours.
 */
@Priority(Integer.MAX_VALUE)
class FetchPageFilter implements ContainerRequestFilter {

    /** The request property that is there when settings alone make the answer a page. */
    static final String BY_SETTINGS = "org.cachette.by-settings";

    /** The request property under which servers keep the certificate of a client. */
    static final String CERTIFICATE = "jakarta.servlet.request.X509Certificate";

    private final CurrentExchange current;
    private final RequestAspects aspects;
    private final PageCache pages;
    private final ConfiguredPolicies policies;
    private final EarlyHits early;
    private final Capabilities forClients;
    private final Capabilities forRefreshes;

    @Context
    private @Nullable ResourceInfo resource;

    @Context
    private @Nullable Providers providers;

    @Context
    private @Nullable Configuration application;

    /** @param refreshing whether stale pages can be made anew in the background */
    FetchPageFilter(
            CurrentExchange current,
            RequestAspects aspects,
            PageCache pages,
            ConfiguredPolicies policies,
            EarlyHits early,
            boolean refreshing) {
        this.current = current;
        this.aspects = aspects;
        this.pages = pages;
        this.policies = policies;
        this.early = early;
        this.forClients = new Capabilities(refreshing, this::isUnmapped);
        this.forRefreshes = new Capabilities(false, this::isUnmapped);
    }

    @Override
    public final void filter(ContainerRequestContext request) throws IOException {
        Exchange exchange = Exchanges.of(request);
        if (exchange != null) {
            UriInfo uri = request.getUriInfo();
            // Jersey's is the ResourceInfo as well; its injected one is a proxy that is slow to find it.
            ResourceInfo matched = uri instanceof ResourceInfo info ? info : resource;
            RequestHead head = aspects.headOf(request, uri.getRequestUri());
            exchange.matched(
                    head,
                    matched == null ? null : matched.getResourceClass(),
                    matched == null ? null : matched.getResourceMethod(),
                    () -> visitor(request));
            if (!head.aspects().containsKey(RequestHead.CONTENT) && hasUnannouncedContent(request)) {
                exchange.markContent();
            }
            exchange.servedBy(Refreshes.isOne(request) ? forRefreshes : forClients);
            fetch(exchange, uri.getPath(false), request);
        }
    }

    /** Whether the server makes no response of such an exception, so that no filter would see one. */
    private boolean isUnmapped(Throwable failure) {
        if (providers == null) {
            return false;
        }
        ExceptionMapper<?> mapper = providers.getExceptionMapper(failure.getClass());
        return mapper == null || mapper instanceof FailureMapper;
    }

    private void fetch(Exchange exchange, String path, ContainerRequestContext request) {
        Class<?> type = exchange.matchedClass();
        Method method = exchange.matchedMethod();
        if (type == null || method == null) {
            return;
        }
        PagePolicy annotated = policies.annotated(type, method);
        if (annotated != null) {
            exchange.markIntercepted();
            fetch(exchange, annotated, request);
            return;
        }
        PagePolicy configured = policies.find(type, method, path.startsWith("/") ? path : "/" + path);
        if (configured != null && !fetch(exchange, configured, request)) {
            request.setProperty(BY_SETTINGS, true);
        }
    }

    private boolean fetch(Exchange exchange, PagePolicy policy, ContainerRequestContext request) {
        boolean isHit = pages.lookup(exchange, policy) instanceof PageLookup.Hit;
        current.tellAtEnd(exchange);
        if (isHit) {
            early.learn(request, exchange, policy, application);
            request.abortWith(Response.noContent().build());
        }
        return isHit;
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
        Visitor.Session session = Refreshes.isOne(request) ? Visitor.Session.NONE : session();
        return user == null && !certificate && session == Visitor.Session.NONE
                ? Visitor.UNKNOWN
                : new Visitor(user == null ? null : user.getName(), certificate, session);
    }

    /** The visitor's session; none without a servlet container. */
    Visitor.Session session() {
        return Visitor.Session.NONE;
    }
}
