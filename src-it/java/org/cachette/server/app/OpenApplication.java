package org.cachette.server.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Pages for all. */
@ApplicationPath("/api")
public class OpenApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(EarlyResource.class);
    }
}
