package org.cachette.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The stack of the embedded tests itself, on EE 10 and, in the profile {@code ee11}, on EE 11. */
@Tag("ee11")
final class EmbeddedStackIT {

    @Test
    void aResourceAnswers() {
        try (EmbeddedServer server = EmbeddedServer.start(Map.of(), Counting.class, Counter.class)) {
            assertThat(server.get("/counting", "X-Name: Ada").text()).isEqualTo("Ada 1");
            assertThat(server.get("/counting", "X-Name: Ada").text()).isEqualTo("Ada 2");
            assertThat(server.bean(Counter.class).next()).isEqualTo(3);
        }
    }

    @Test
    void headSendsNoBody() {
        try (EmbeddedServer server = EmbeddedServer.start(Map.of(), Counting.class, Counter.class)) {
            assertThat(server.head("/counting").status()).isEqualTo(200);
            assertThat(server.head("/counting").body()).isEmpty();
        }
    }

    @Test
    void providersTakePart() {
        try (EmbeddedServer server =
                EmbeddedServer.start(Map.of(), Counting.class, Counter.class, StampingFilter.class)) {
            assertThat(server.get("/counting").header("X-Stamp")).contains("number 2");
        }
    }

    @Test
    void eachServerHasAConfigurationOfItsOwn() {
        for (String value : new String[] {"first", "second"}) {
            try (EmbeddedServer server = EmbeddedServer.start(Map.of("some.name", value), Configured.class)) {
                assertThat(server.get("/configured").text()).isEqualTo(value);
            }
        }
        assertThat(ConfigProvider.getConfig().getOptionalValue("some.name", String.class))
                .isEmpty();
    }

    @Test
    void aRefusedDeploymentLeavesNothingBehind() {
        assertThatThrownBy(() -> EmbeddedServer.start(Map.of(), Counting.class))
                .hasMessageContaining("WELD-001408")
                .hasMessageContaining("Counter");
        assertThat(WeldContainer.getRunningContainerIds()).isEmpty();
    }

    @Path("/counting")
    @RequestScoped
    public static class Counting {

        @Inject
        Counter counter;

        @GET
        public String count(@HeaderParam("X-Name") String name) {
            return name + " " + counter.next();
        }
    }

    @ApplicationScoped
    public static class Counter {

        private final AtomicInteger count = new AtomicInteger();

        int next() {
            return count.incrementAndGet();
        }
    }

    @Path("/configured")
    public static class Configured {

        @GET
        public String value() {
            return ConfigProvider.getConfig().getValue("some.name", String.class);
        }
    }

    @Provider
    public static class StampingFilter implements ContainerResponseFilter {

        @Inject
        Counter counter;

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            response.getHeaders().putSingle("X-Stamp", "number " + counter.next());
        }
    }
}
