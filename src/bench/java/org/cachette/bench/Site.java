package org.cachette.bench;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;

/**
 * Jersey on Weld with one resource class, asked without a socket. Knows nothing of Cachette, which takes part where it
 * is on the class path, as in any application.
 */
final class Site implements AutoCloseable {

    private static final URI BASE = URI.create("http://www.example.org/");

    /** What a browser sends. */
    private static final Map<String, String> SENT = Map.of(
            "Host", "www.example.org",
            "User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Language", "en-US,en;q=0.5",
            "Accept-Encoding", "gzip, deflate",
            "Cookie", "theme=dark");

    private final WeldContainer beans;
    private final ApplicationHandler jersey;
    private final Visit visit = new Visit();

    private Site(WeldContainer beans, ApplicationHandler jersey) {
        this.beans = beans;
        this.jersey = jersey;
    }

    static Site start(Class<?> resource) {
        Logger.getLogger("").setLevel(Level.SEVERE);
        WeldContainer beans = new Weld().addBeanClass(resource).initialize();
        return new Site(beans, new ApplicationHandler(new ResourceConfig(resource)));
    }

    /** A page's address. */
    static URI page(String path) {
        return BASE.resolve(path);
    }

    /** The number of bytes in the body of the answer to a GET. */
    int get(URI page) {
        ContainerRequest request = new ContainerRequest(
                BASE, page, "GET", new Nobody(), new MapPropertiesDelegate(), jersey.getConfiguration());
        SENT.forEach(request::header);
        visit.begin();
        request.setWriter(visit);
        jersey.handle(request);
        return visit.bodyLength();
    }

    /** A field of the answer to a GET; null when it is not there. */
    @Nullable
    String header(URI page, String name) {
        get(page);
        List<String> lines = visit.headers().get(name);
        return lines == null ? null : lines.get(0);
    }

    @Override
    public void close() {
        beans.shutdown();
    }
}
