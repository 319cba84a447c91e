package org.cachette.jaxrs;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers hits on pages whose way through JAX-RS is known from an earlier request, for visitors of whom nothing but the
 * request is known. Does nothing where another servlet filter is there, or another servlet than those of the JAX-RS
 * implementations answers: who may see a page might be decided in it.
 */
final class EarlyHitFilter implements Filter {

    static final String NAME = "org.cachette.early-hits";

    private static final Set<String> JAX_RS = Set.of(
            "org.glassfish.jersey.servlet.ServletContainer",
            "org.jboss.resteasy.plugins.server.servlet.HttpServletDispatcher",
            "org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher");

    /** Us, and what servers add to every application for the upgrade of web sockets. */
    private static final Set<String> HARMLESS = Set.of(
            EarlyHitFilter.class.getName(),
            "io.undertow.websockets.jsr.JsrWebSocketFilter",
            "org.apache.tomcat.websocket.server.WsFilter",
            "org.glassfish.tyrus.servlet.TyrusServletFilter");

    private final EarlyPages pages = new EarlyPages();
    private Set<String> patterns = Set.of();

    @Override
    public void init(FilterConfig config) {
        ServletContext application = config.getServletContext();
        if (application.getFilterRegistrations().values().stream()
                .map(filter -> String.valueOf(filter.getClassName()))
                .allMatch(HARMLESS::contains)) {
            patterns = Set.copyOf(application.getServletRegistrations().values().stream()
                    .filter(servlet -> JAX_RS.contains(String.valueOf(servlet.getClassName())))
                    .flatMap(servlet -> servlet.getMappings().stream())
                    .toList());
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(!patterns.isEmpty()
                && pages.areWanted()
                && request instanceof HttpServletRequest asked
                && response instanceof HttpServletResponse answer
                && isGetWithoutCredentials(asked)
                && isAnswered(asked, answer))) {
            chain.doFilter(request, response);
        }
    }

    private static boolean isGetWithoutCredentials(HttpServletRequest request) {
        return request.getMethod().equals("GET") && request.getHeader("Authorization") == null;
    }

    /** Whether the container knows nothing of who sent it. */
    private static boolean isOfNobody(HttpServletRequest request) {
        return request.getAttribute(FetchPageFilter.CERTIFICATE) == null
                && request.getAuthType() == null
                && request.getSession(false) == null
                && request.getUserPrincipal() == null;
    }

    private boolean isAnswered(HttpServletRequest request, HttpServletResponse response) throws IOException {
        EarlyPage.Answer answer = pages.request(url(request), fields(request))
                .answer(() -> isOfNobody(request), ticket -> {
                    if (patterns.contains(request.getHttpServletMapping().getPattern())) {
                        request.setAttribute(EarlyPages.Ticket.PROPERTY, ticket);
                    }
                });
        if (answer != null) {
            send(answer, response);
        }
        return answer != null;
    }

    private static String url(HttpServletRequest request) {
        String query = request.getQueryString();
        StringBuffer url = request.getRequestURL();
        return query == null ? url.toString() : url.append('?').append(query).toString();
    }

    private static Map<String, List<String>> fields(HttpServletRequest request) {
        return new RequestFields(
                () -> Collections.list(request.getHeaderNames()),
                name -> request.getHeader(name) == null ? List.of() : Collections.list(request.getHeaders(name)));
    }

    private static void send(EarlyPage.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach((name, lines) -> put(name, lines, response));
        byte[] body = answer.body();
        if (body.length > 0) {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    /** In place of what the container may have put there, as JAX-RS does. */
    private static void put(String name, List<Object> lines, HttpServletResponse response) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).toString();
            if (i == 0) {
                response.setHeader(name, line);
            } else {
                response.addHeader(name, line);
            }
        }
    }
}
