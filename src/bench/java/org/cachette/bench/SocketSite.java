package org.cachette.bench;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.cachette.jaxrs.EarlyHitHandler;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.servlet.WebappContext;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.jboss.weld.environment.se.Weld;

/**
 * A JVM with a page on a socket: {@code /page} by Jersey on Grizzly and Weld, {@code /bare} by Grizzly alone. Cachette takes
 * part where it is on the class path: Jersey finds it, and so do servlet containers; a Grizzly without them is told.
 */
public final class SocketSite {

    private SocketSite() {}

    /**
     * Starts it.
     *
     * @param arguments the port; {@code servlet} for Jersey in Grizzly's servlet container, as on application servers;
     *     {@code early} for a handler of Cachette's before Jersey, which no container looks for; {@code filter} for a site
     *     that {@link ConstantFilter} answers
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> how = List.of(arguments);
        Logger.getLogger("").setLevel(Level.SEVERE);
        new Weld().addBeanClass(Page.class).initialize();
        ResourceConfig site = new ResourceConfig(Page.class);
        if (how.contains("filter")) {
            site.register(new ConstantFilter());
        }
        HttpServer server = how.contains("servlet")
                ? Servlets.server(Integer.parseInt(arguments[0]), site)
                : GrizzlyHttpServerFactory.createHttpServer(
                        URI.create("http://127.0.0.1:" + arguments[0] + "/"), site, false);
        server.getServerConfiguration().addHttpHandler(new Bare(), "/bare");
        if (how.contains("early") && !how.contains("servlet")) {
            Early.install(server);
        }
        server.start();
        Thread.currentThread().join();
    }

    /** Apart, since Cachette is there only where it is asked for. */
    private static final class Early {

        static void install(HttpServer server) {
            EarlyHitHandler.install(server);
        }
    }

    /** Apart, since its libraries are there only where it is asked for. */
    private static final class Servlets {

        static HttpServer server(int port, ResourceConfig site) {
            HttpServer server = new HttpServer();
            server.addListener(new NetworkListener("site", "127.0.0.1", port));
            WebappContext application = new WebappContext("site");
            application.addServlet("jersey", new ServletContainer(site)).addMapping("/*");
            for (ServletContainerInitializer found : ServiceLoader.load(ServletContainerInitializer.class)) {
                try {
                    found.onStartup(Set.of(), application);
                } catch (ServletException e) {
                    throw new IllegalStateException(e);
                }
            }
            application.deploy(server);
            return server;
        }
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
