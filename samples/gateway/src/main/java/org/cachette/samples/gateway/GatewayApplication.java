package org.cachette.samples.gateway;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** One resource for every path. Cachette's own parts need no mention. */
@ApplicationPath("/")
public class GatewayApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Relay.class, BeforeMatching.class, AfterMatching.class, ContentWriter.class, BrokenAnswers.class);
    }
}
