package org.cachette.samples.gateway;

import java.net.URI;

/** Jersey in Grizzly, as the gateway runs by itself. */
record JerseyStack(GatewayServer server) implements Stack {

    static Stack start() throws Exception {
        return new JerseyStack(GatewayServer.start(0));
    }

    @Override
    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }
}
