package org.cachette.samples.gateway;

import java.net.URI;

/** The gateway under test, on the stack that the system property of that name says. */
interface Stack extends AutoCloseable {

    URI address();

    @Override
    void close();

    static Stack start(URI origin) throws Exception {
        System.setProperty("ORIGIN", origin.toString());
        System.setProperty("ORIGIN_TIMEOUT", "1");
        return System.getProperty("stack", "jersey").equals("resteasy") ? RestEasyStack.start() : JerseyStack.start();
    }
}
