package org.cachette.bench;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.net.URI;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.jboss.weld.environment.se.Weld;

/**
 * A JVM with a page on a socket: {@code /page} by Jersey on Grizzly and Weld, {@code /bare} by Grizzly alone. Knows nothing
 * of Cachette, which takes part where it is on the class path.
 */
public final class SocketSite {

    private SocketSite() {}

    /** @param arguments the port, and {@code filter} for a site that {@link ConstantFilter} answers */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Logger.getLogger("").setLevel(Level.SEVERE);
        new Weld().addBeanClass(Page.class).initialize();
        ResourceConfig site = new ResourceConfig(Page.class);
        if (arguments.length > 1) {
            site.register(new ConstantFilter());
        }
        HttpServer server = GrizzlyHttpServerFactory.createHttpServer(
                URI.create("http://127.0.0.1:" + arguments[0] + "/"), site, false);
        server.getServerConfiguration().addHttpHandler(new Bare(), "/bare");
        server.start();
        Thread.currentThread().join();
    }

    /** The constant. */
    @Path("page")
    @ApplicationScoped
    public static class Page {
        @GET
        @Produces("text/plain")
        public String text() {
            return Pages.CONSTANT;
        }
    }

    /** The same without JAX-RS. */
    private static final class Bare extends HttpHandler {
        @Override
        public void service(Request request, Response response) throws IOException {
            response.setContentType("text/plain");
            response.setContentLength(Pages.CONSTANT_BYTES.length);
            response.getOutputStream().write(Pages.CONSTANT_BYTES);
        }
    }
}
