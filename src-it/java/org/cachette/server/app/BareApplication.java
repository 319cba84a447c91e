package org.cachette.server.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All resources and providers of the war, found by the server, and no more. */
@ApplicationPath("/api")
public class BareApplication extends Application {}
