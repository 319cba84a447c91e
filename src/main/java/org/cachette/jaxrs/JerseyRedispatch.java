package org.cachette.jaxrs;

import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.SecurityContext;
import java.io.OutputStream;
import java.net.URI;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.cachette.http.RequestHead;
import org.cachette.page.PageCache;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.spi.Container;
import org.glassfish.jersey.server.spi.ContainerLifecycleListener;
import org.jspecify.annotations.Nullable;

/** Jersey's: the application handler takes any request. */
final class JerseyRedispatch implements Redispatch, ContainerLifecycleListener {

    private static final long PATIENCE_SECONDS = 300;

    private volatile @Nullable ApplicationHandler handler;

    @Override
    public void register(FeatureContext context, CurrentExchange current, PageCache pages) {
        context.register(this);
        context.register(new JerseyExceptionFilter());
        context.register(new JerseyFailureMapper(current, pages));
    }

    @Override
    public void onStartup(Container container) {
        handler = container.getApplicationHandler();
    }

    @Override
    public void onReload(Container container) {
        handler = container.getApplicationHandler();
    }

    @Override
    public void onShutdown(Container container) {
        handler = null;
    }

    @Override
    public @Nullable Callable<Integer> prepare(RequestHead head, URI base, Map<String, Object> properties) {
        ApplicationHandler ready = handler;
        if (ready == null) {
            return null;
        }
        ContainerRequest request = new ContainerRequest(
                base,
                head.uri(),
                head.method(),
                new Nobody("https".equalsIgnoreCase(head.uri().getScheme())),
                new MapPropertiesDelegate(new HashMap<>(properties)),
                ready.getConfiguration());
        head.headers().forEach((name, lines) -> request.getHeaders().addAll(name, lines));
        return () -> ready.apply(request, OutputStream.nullOutputStream())
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .getStatus();
    }

    /** Of whom nothing is known. */
    private record Nobody(boolean isSecure) implements SecurityContext {

        @Override
        public @Nullable Principal getUserPrincipal() {
            return null;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public @Nullable String getAuthenticationScheme() {
            return null;
        }
    }
}
