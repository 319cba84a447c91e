package org.cachette.server.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/**
 * All resources and providers of the war, found by the server. Jersey gets what it needs for roles and gzip by
 * property; RESTEasy has both in {@code web.xml} and does not know these.
 */
@ApplicationPath("/api")
public class RestApplication extends Application {

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.provider.classnames",
                String.join(
                        ",",
                        "org.glassfish.jersey.server.filter.RolesAllowedDynamicFeature",
                        "org.glassfish.jersey.server.filter.EncodingFilter",
                        "org.glassfish.jersey.message.GZipEncoder"));
    }
}
