package org.cachette.embedded;

import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.cachette.client.Answer;
import org.cachette.client.Client;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/**
 * One application on the embedded stack: Jersey in Grizzly on a free port of 127.0.0.1, Weld SE, SmallRye Config.
 * Cachette is found as in any application, by bean discovery and as a service; of the tests' classes only those given
 * are beans. One server at a time: Jersey asks Weld for <em>the</em> container of the process.
 *
 * <pre>{@code
 * try (EmbeddedServer server = EmbeddedServer.start(Map.of("cachette.enabled", "true"), Articles.class)) {
 *     assertThat(server.get("/articles", "Accept: text/plain").status()).isEqualTo(200);
 * }
 * }</pre>
 */
public final class EmbeddedServer implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;

    /** Large, so that requests which a server would refuse reach the application. */
    private static final int LONGEST_HEAD = 1 << 20;

    private final PrivateConfig config;
    private final WeldContainer beans;
    private final HttpServer http;
    private final Client client;

    private EmbeddedServer(PrivateConfig config, WeldContainer beans, HttpServer http, Client client) {
        this.config = config;
        this.beans = beans;
        this.http = http;
        this.client = client;
    }

    /**
     * Starts an application.
     *
     * @param config what MicroProfile Config gives to this application, and nothing else
     * @param classes its resources and providers, and any other beans, as {@code public} classes
     * @throws RuntimeException as the container throws it, when the deployment is refused; nothing stays behind
     */
    public static EmbeddedServer start(Map<String, String> config, Class<?>... classes) {
        return start(config, weld -> {}, classes);
    }

    /** The same, with so many threads that answer requests. */
    public static EmbeddedServer start(Map<String, String> config, int threads, Class<?>... classes) {
        return startOn(config, http -> pool(http).setCorePoolSize(threads).setMaxPoolSize(threads), classes);
    }

    /** The same, with a last word on Weld: interceptors and alternatives of a {@code beans.xml}, extensions. */
    public static EmbeddedServer start(Map<String, String> config, Consumer<Weld> weld, Class<?>... classes) {
        return start(config, http -> {}, weld, classes);
    }

    /** The same, with a last word on Grizzly before it starts. */
    public static EmbeddedServer startOn(Map<String, String> config, Consumer<HttpServer> http, Class<?>... classes) {
        return start(config, http, weld -> {}, classes);
    }

    private static EmbeddedServer start(
            Map<String, String> config, Consumer<HttpServer> http, Consumer<Weld> weld, Class<?>... classes) {
        PrivateConfig ownConfig = new PrivateConfig(config);
        try {
            return ownConfig.call(() -> boot(ownConfig, http, weld, classes));
        } catch (RuntimeException | Error e) {
            ownConfig.close();
            throw e;
        }
    }

    private static EmbeddedServer boot(
            PrivateConfig config, Consumer<HttpServer> http, Consumer<Weld> customizer, Class<?>... classes) {
        Weld weld = new Weld();
        for (Class<?> type : classes) {
            if (!isOfJersey(type)) {
                weld.addBeanClass(type);
            }
        }
        customizer.accept(weld);
        WeldContainer beans = weld.initialize();
        try {
            return listen(config, http, beans, classes);
        } catch (RuntimeException | Error e) {
            beans.shutdown();
            throw e;
        }
    }

    private static EmbeddedServer listen(
            PrivateConfig config, Consumer<HttpServer> customizer, WeldContainer beans, Class<?>... classes) {
        ResourceConfig application = new ResourceConfig();
        // Jersey describes the application in XML as soon as any library brings JAXB along.
        application.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        for (Class<?> type : classes) {
            if (type.isAnnotationPresent(Path.class) || isOfRest(type)) {
                application.register(type);
            }
        }
        HttpServer http =
                GrizzlyHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), application, false);
        NetworkListener listener = http.getListeners().iterator().next();
        listener.setMaxHttpHeaderSize(LONGEST_HEAD);
        listener.setMaxRequestHeaders(1000);
        pool(http).setInitialClassLoader(config.loader());
        customizer.accept(http);
        try {
            http.start();
        } catch (IOException e) {
            http.shutdownNow();
            throw new UncheckedIOException(e);
        }
        Client client = Client.of(URI.create("http://127.0.0.1:" + listener.getPort()));
        return new EmbeddedServer(config, beans, http, client);
    }

    private static ThreadPoolConfig pool(HttpServer http) {
        return http.getListeners().iterator().next().getTransport().getWorkerThreadPoolConfig();
    }

    private static boolean isOfJersey(Class<?> type) {
        return type.getName().startsWith("org.glassfish.jersey.");
    }

    /** Whether the class implements, at whatever height, a contract of JAX-RS. */
    private static boolean isOfRest(Class<?> type) {
        if (type.getName().startsWith("jakarta.ws.rs.")) {
            return true;
        }
        for (Class<?> contract : type.getInterfaces()) {
            if (isOfRest(contract)) {
                return true;
            }
        }
        return type.getSuperclass() != null && isOfRest(type.getSuperclass());
    }

    /** The answer to a GET; a header is written as on the wire, {@code "Accept: text/plain"}. */
    public Answer get(String path, String... headers) {
        return client.get(path, headers);
    }

    /** The answer to a HEAD. */
    public Answer head(String path, String... headers) {
        return client.head(path, headers);
    }

    /** The answer to a POST of a form. */
    public Answer post(String path, String body, String... headers) {
        return client.post(path, body, headers);
    }

    /** A visitor without cookies, for all other requests. */
    public Client client() {
        return client;
    }

    /** The address, without a slash at the end. */
    public URI uri() {
        return client.site();
    }

    /** A bean of the application. */
    public <T> T bean(Class<T> type) {
        return beans.select(type).get();
    }

    /** Stops listening, then ends the application. */
    @Override
    public void close() {
        try {
            config.call(() -> {
                stopListening();
                beans.shutdown();
                return this;
            });
        } finally {
            config.close();
        }
    }

    /** Waits for threads that are still busy with what the client has got already. */
    private void stopListening() {
        try {
            http.shutdown(PATIENCE_SECONDS, TimeUnit.SECONDS).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            http.shutdownNow();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
