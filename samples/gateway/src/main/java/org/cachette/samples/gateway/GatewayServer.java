package org.cachette.samples.gateway;

import jakarta.enterprise.inject.se.SeContainer;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.ServerConfiguration;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.jboss.weld.environment.se.Weld;

/** The running gateway: Jersey in Grizzly, with Weld. Open means listening. */
public final class GatewayServer implements AutoCloseable {

    /** Each request holds one while the origin thinks. */
    private static final int THREADS = 200;

    private static final int LONGEST_HEAD = 64 * 1024;

    private final SeContainer container;
    private final HttpServer server;

    private GatewayServer(SeContainer container, HttpServer server) {
        this.container = container;
        this.server = server;
    }

    /** Listens on {@code port} of 127.0.0.1; 0 takes a free one. */
    public static GatewayServer start(int port) throws IOException {
        return start(port, new Weld());
    }

    static GatewayServer start(int port, Weld weld) throws IOException {
        // The order of closing is ours: first the requests, then the beans.
        SeContainer container =
                weld.property(Weld.SHUTDOWN_HOOK_SYSTEM_PROPERTY, false).initialize();
        try {
            container.select(OriginSettings.class).get().timeout();
            HttpServer server = GrizzlyHttpServerFactory.createHttpServer(address(port), application(), false);
            configure(server.getServerConfiguration(), listener(server));
            server.start();
            return new GatewayServer(container, server);
        } catch (IOException | RuntimeException e) {
            container.close();
            throw e;
        }
    }

    private static ResourceConfig application() {
        return ResourceConfig.forApplicationClass(GatewayApplication.class)
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                // What the origin sends goes on at once.
                .property(ServerProperties.OUTBOUND_CONTENT_LENGTH_BUFFER, 0)
                .property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true);
    }

    private static void configure(ServerConfiguration configuration, NetworkListener listener) {
        HttpHandler jersey =
                configuration.getHttpHandlersWithMapping().keySet().iterator().next();
        configuration.removeHttpHandler(jersey);
        configuration.addHttpHandler(new HangingUp(jersey), "/");
        configuration.setDefaultErrorPageGenerator(new ErrorPage());
        configuration.setPassTraceRequest(true);
        configuration.setAllowPayloadForUndefinedHttpMethods(true);
        listener.setMaxHttpHeaderSize(LONGEST_HEAD);
        listener.getTransport()
                .getWorkerThreadPoolConfig()
                .setCorePoolSize(THREADS)
                .setMaxPoolSize(THREADS);
        listener.registerAddOn((each, filters) -> filters.add(new PlainHttp()));
    }

    /** Where it listens. */
    public URI address() {
        return address(listener(server).getPort());
    }

    private static NetworkListener listener(HttpServer server) {
        return server.getListeners().iterator().next();
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
