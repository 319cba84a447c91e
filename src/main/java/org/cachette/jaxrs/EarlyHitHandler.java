package org.cachette.jaxrs;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.io.OutputBuffer;
import org.glassfish.grizzly.http.server.DefaultSessionManager;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpHandlerRegistration;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.RequestExecutorProvider;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.server.ServerConfiguration;
import org.glassfish.grizzly.http.server.SessionManager;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainer;
import org.glassfish.jersey.server.ApplicationHandler;
import org.jspecify.annotations.Nullable;

/**
 * Answers hits before Jersey is asked, on a Grizzly that an application starts itself: what {@code EarlyHitInitializer} is
 * for servlet containers, under the same conditions and the same switch, {@code cachette.site.early-hits}. Without it hits
 * are answered inside of Jersey, which takes longer. Most short pages out of memory are sent by the thread that read the
 * request, which never waits; all else is for worker threads.
 *
 * <pre>{@code
 * HttpServer server = GrizzlyHttpServerFactory.createHttpServer(uri, application, false);
 * EarlyHitHandler.install(server);
 * server.start();
 * }</pre>
 */
public final class EarlyHitHandler extends HttpHandler {

    private static final Logger LOG = System.getLogger("org.cachette.jaxrs");

    /** The request property with what is sent at once; there without that once it was asked whether to. */
    private static final String AT_ONCE = "org.cachette.at-once";

    /** A host that Grizzly reads without asking anybody for names, and without an exception. */
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

    /** Whether Grizzly is told, by a system property of its own, to let each write wait for the client. */
    private static final boolean WRITES_BLOCK = Boolean.getBoolean(OutputBuffer.class.getName() + ".isBlocking");

    private final GrizzlyHttpContainer jersey;
    private volatile Learned learned;

    /** The last one that was found to be such a host: most requests name the same. */
    private volatile String host = "";

    /** What is known of an application: nothing, once Jersey has loaded it anew. */
    private record Learned(ApplicationHandler of, EarlyPages pages) {}

    private EarlyHitHandler(GrizzlyHttpContainer jersey) {
        super(jersey.getName());
        this.jersey = jersey;
        this.learned = new Learned(jersey.getApplicationHandler(), new EarlyPages());
        setAllowCustomStatusMessage(jersey.isAllowCustomStatusMessage());
        setAllowEncodedSlash(jersey.isAllowEncodedSlash());
        setRequestURIEncoding(jersey.getRequestURIEncoding());
    }

    /**
     * Puts a handler before each JAX-RS application of a server. These come behind all other handlers thereby: where one
     * of those has the same mapping, add it after this.
     *
     * @param server not started yet
     * @throws IllegalStateException when it is started: taking its applications out for a moment would end them
     * @throws IllegalArgumentException when it has no JAX-RS application of Jersey
     */
    public static void install(HttpServer server) {
        if (server.isStarted()) {
            throw new IllegalStateException("the server is started: install the handler before that, which takes"
                    + " createHttpServer(uri, application, false)");
        }
        ServerConfiguration handlers = server.getServerConfiguration();
        boolean any = false;
        for (Map.Entry<HttpHandler, HttpHandlerRegistration[]> each :
                handlers.getHttpHandlersWithMapping().entrySet()) {
            if (each.getKey() instanceof GrizzlyHttpContainer jersey) {
                handlers.removeHttpHandler(jersey);
                handlers.addHttpHandler(new EarlyHitHandler(jersey), each.getValue());
                any = true;
            }
        }
        if (!any) {
            throw new IllegalArgumentException(
                    "the server has no JAX-RS application of Jersey: install the handler after"
                            + " that was added, as GrizzlyHttpServerFactory does");
        }
    }

    @Override
    public void start() {
        super.start();
        jersey.start();
    }

    @Override
    public void destroy() {
        jersey.destroy();
        super.destroy();
    }

    /** Hits out of memory are answered by the thread that read the request; all else is for those that may wait. */
    @Override
    public RequestExecutorProvider getRequestExecutorProvider() {
        return request -> isAnsweredAtOnce(request)
                ? null
                : jersey.getRequestExecutorProvider().getExecutor(request);
    }

    /** Keeps the answer with the request. What goes wrong here goes wrong on another thread again, which can wait for the log. */
    private boolean isAnsweredAtOnce(Request request) {
        if (!pages().areWanted() || request.getAttribute(AT_ONCE) != null) {
            // Grizzly asks again whenever somebody waits for what the client sends or reads.
            return false;
        }
        request.setAttribute(AT_ONCE, false);
        try {
            EarlyPage.Answer answer = mayBeAnsweredAtOnce(request) ? answerAtOnce(request) : null;
            if (answer != null) {
                request.setAttribute(AT_ONCE, answer);
            }
            return answer != null;
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "a request is left to a worker", e);
            return false;
        }
    }

    /**
     * Whether nothing but the page itself could keep the thread: no look-up of a host's name, which Grizzly makes where a
     * request has no host, no probe, no certificate to be asked for, no sessions other than Grizzly's own, no range to be
     * cut out of a long page.
     */
    private boolean mayBeAnsweredAtOnce(Request request) {
        HttpServerFilter server = request.getHttpFilter();
        SessionManager sessions = server.getConfiguration().getSessionManager();
        return isGetWithoutCredentials(request)
                && hasPlainHost(request)
                && request.getHeader("Range") == null
                && !request.isSecure()
                && (sessions == null || sessions instanceof DefaultSessionManager)
                && !server.getMonitoringConfig().hasProbes()
                && !WRITES_BLOCK;
    }

    private boolean hasPlainHost(Request request) {
        String named = request.getHeader("Host");
        if (named == null) {
            return false;
        }
        if (!named.equals(host)) {
            if (!HOST.matcher(named).matches()) {
                return false;
            }
            host = named;
        }
        return true;
    }

    private EarlyPage.@Nullable Answer answerAtOnce(Request request) {
        EarlyRequest early = pages().request(url(request), fields(request));
        EarlyPage.Answer answer = early.isInMemory() ? early.answer(() -> isOfNobody(request), ticket -> {}) : null;
        return answer != null
                        && answer.isShort()
                        && request.getResponse().getOutputBuffer().canWrite()
                ? answer
                : null;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        EarlyPage.Answer answer = answer(request);
        if (answer == null) {
            jersey.service(request, response);
        } else {
            try {
                send(answer, response);
            } catch (IOException e) {
                // Grizzly would warn of each client that leaves.
                LOG.log(Level.DEBUG, "the client is gone", e);
            }
        }
    }

    private EarlyPage.@Nullable Answer answer(Request request) {
        if (request.getAttribute(AT_ONCE) instanceof EarlyPage.Answer atOnce) {
            // Another handler may stand before this one, and have found out who it is.
            return isOfNobody(request) ? atOnce : null;
        }
        EarlyPages pages = pages();
        return pages.areWanted() && isGetWithoutCredentials(request)
                ? pages.request(url(request), fields(request))
                        .answer(
                                () -> isOfNobody(request),
                                ticket -> request.setAttribute(EarlyPages.Ticket.PROPERTY, ticket))
                : null;
    }

    private EarlyPages pages() {
        Learned now = learned;
        ApplicationHandler application = jersey.getApplicationHandler();
        if (now.of() != application) {
            now = new Learned(application, new EarlyPages());
            learned = now;
        }
        return now.pages();
    }

    private static boolean isGetWithoutCredentials(Request request) {
        return request.getMethod() == Method.GET && request.getHeader("Authorization") == null;
    }

    /** Whether the server knows nothing of who sent it. To look for a session is to use it, as far as its end is concerned. */
    private static boolean isOfNobody(Request request) {
        return request.getAttribute(FetchPageFilter.CERTIFICATE) == null
                && request.getAuthType() == null
                && request.getUserPrincipal() == null
                && request.getSession(false) == null;
    }

    /** As Jersey spells it. */
    private static String url(Request request) {
        StringBuilder url = new StringBuilder(64)
                .append(request.getScheme())
                .append("://")
                .append(request.getServerName())
                .append(':')
                .append(request.getServerPort())
                .append(request.getRequestURI());
        String query = request.getQueryString();
        return query == null ? url.toString() : url.append('?').append(query).toString();
    }

    private static Map<String, List<String>> fields(Request request) {
        return new RequestFields(request::getHeaderNames, name -> lines(request, name));
    }

    private static List<String> lines(Request request, String name) {
        Iterator<String> found = request.getHeaders(name).iterator();
        if (!found.hasNext()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(1);
        found.forEachRemaining(lines::add);
        return lines;
    }

    private static void send(EarlyPage.Answer answer, Response response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach((name, lines) -> lines.forEach(line -> response.addHeader(name, line.toString())));
        byte[] body = answer.body();
        if (body.length > 0) {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
