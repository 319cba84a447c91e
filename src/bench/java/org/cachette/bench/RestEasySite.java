package org.cachette.bench;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ListenerInfo;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import io.undertow.util.Headers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.resteasy.cdi.CdiInjectorFactory;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.plugins.server.undertow.UndertowJaxrsServer;
import org.jboss.resteasy.spi.ResteasyDeployment;
import org.jboss.weld.environment.servlet.Listener;

/**
 * A JVM with a page on a socket: {@code /page} by RESTEasy on Undertow and Weld, {@code /bare} by Undertow alone, on a
 * worker thread as servlets are. Knows nothing of Cachette, which takes part where it is on the class path.
 */
public final class RestEasySite {

    private RestEasySite() {}

    /** @param arguments the port, and {@code filter} for a site that {@link ConstantFilter} answers */
    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        ResteasyDeployment resteasy = new ResteasyDeploymentImpl();
        resteasy.setApplicationClass(Site.class.getName());
        resteasy.setInjectorFactoryClass(CdiInjectorFactory.class.getName());
        if (List.of(arguments).contains("filter")) {
            resteasy.getProviders().add(new ConstantFilter());
        }
        DeploymentInfo war = new UndertowJaxrsServer()
                .undertowDeployment(resteasy)
                .setClassLoader(RestEasySite.class.getClassLoader())
                .setContextPath("/")
                .setDeploymentName("site")
                .addListener(new ListenerInfo(Listener.class));
        for (ServletContainerInitializer found : ServiceLoader.load(ServletContainerInitializer.class)) {
            war.addServletContainerInitializer(new ServletContainerInitializerInfo(found.getClass(), Set.of()));
        }
        DeploymentManager application = Servlets.defaultContainer().addDeployment(war);
        application.deploy();
        BlockingHandler bare = new BlockingHandler(exchange -> {
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain");
            exchange.setResponseContentLength(Pages.CONSTANT_BYTES.length);
            exchange.getOutputStream().write(Pages.CONSTANT_BYTES);
        });
        Undertow.builder()
                .addHttpListener(Integer.parseInt(arguments[0]), "127.0.0.1")
                .setHandler(Handlers.path(application.start()).addExactPath("/bare", bare))
                .build()
                .start();
    }

    /** Puts a bean archive with the page into a folder, which is to stand on the class path: there Weld looks for beans. */
    static void writeArchive(java.nio.file.Path folder) {
        String page = Page.class.getName().replace('.', '/') + ".class";
        try {
            java.nio.file.Path file = folder.resolve(page);
            Files.createDirectories(file.getParent());
            Files.write(
                    file, Page.class.getClassLoader().getResourceAsStream(page).readAllBytes());
            java.nio.file.Path beans = Files.createDirectories(folder.resolve("META-INF"));
            Files.writeString(beans.resolve("beans.xml"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The application. */
    public static final class Site extends Application {
        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(Page.class);
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
}
