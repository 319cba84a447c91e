package org.cachette.samples.forum.embedded;

import jakarta.enterprise.inject.se.SeContainer;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.cachette.samples.forum.ForumApplication;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.jboss.weld.environment.se.Weld;

/** The running forum: Jersey in Grizzly, with Weld. Open means filled and listening. */
public final class ForumServer implements AutoCloseable {

    /** Jersey's name for it. */
    private static final String LISTENER = "grizzly";

    private final SeContainer container;
    private final HttpServer server;

    private ForumServer(SeContainer container, HttpServer server) {
        this.container = container;
        this.server = server;
    }

    /** Listens on {@code port} of 127.0.0.1; 0 takes a free one. */
    public static ForumServer start(int port) throws IOException {
        // The order of closing is ours: first the requests, then the beans.
        SeContainer container =
                new Weld().property(Weld.SHUTDOWN_HOOK_SYSTEM_PROPERTY, false).initialize();
        try {
            HttpServer server = GrizzlyHttpServerFactory.createHttpServer(address(port), pages(), false);
            server.getServerConfiguration().setDefaultErrorPageGenerator(new ErrorPage());
            server.getListener(LISTENER).registerAddOn((listener, filters) -> filters.add(new PlainHttp()));
            server.start();
            return new ForumServer(container, server);
        } catch (IOException | RuntimeException e) {
            container.close();
            throw e;
        }
    }

    private static ResourceConfig pages() {
        return ResourceConfig.forApplicationClass(ForumApplication.class)
                .property(ServerProperties.WADL_FEATURE_DISABLE, true);
    }

    /** The address of the front page. */
    public URI address() {
        return address(server.getListener(LISTENER).getPort());
    }

    private static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Lets requests in progress end, for a second, and closes. */
    @Override
    public void close() {
        try {
            server.shutdown(1, TimeUnit.SECONDS).get(2, TimeUnit.SECONDS);
        } catch (Exception e) {
            server.shutdownNow();
        }
        container.close();
    }
}
