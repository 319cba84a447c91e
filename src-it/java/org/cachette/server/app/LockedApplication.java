package org.cachette.server.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The same pages, for those with a key. */
@ApplicationPath("/locked")
public class LockedApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(EarlyResource.class, KeyFilter.class);
    }
}
