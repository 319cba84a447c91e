package org.cachette.jaxrs;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.core.Context;
import org.cachette.http.Visitor.Session;
import org.cachette.page.ConfiguredPolicies;
import org.cachette.page.PageCache;
import org.jspecify.annotations.Nullable;

/**
 * The same where the Servlet API is there. The container sends its session cookie outside the JAX-RS headers, so a
 * session is seen here or nowhere.
 */
@Priority(Integer.MAX_VALUE)
final class ServletFetchPageFilter extends FetchPageFilter {

    @Context
    private @Nullable HttpServletRequest request;

    ServletFetchPageFilter(
            CurrentExchange current,
            RequestAspects aspects,
            PageCache pages,
            ConfiguredPolicies policies,
            EarlyHits early,
            boolean refreshing) {
        super(current, aspects, pages, policies, early, refreshing);
    }

    @Override
    Session session() {
        HttpServletRequest servlet = request;
        HttpSession session = servlet == null ? null : servlet.getSession(false);
        if (servlet == null || session == null) {
            return Session.NONE;
        }
        if (session.isNew()) {
            return Session.BEGUN;
        }
        return servlet.isRequestedSessionIdFromCookie() ? Session.FROM_COOKIE : Session.FROM_ELSEWHERE;
    }
}
