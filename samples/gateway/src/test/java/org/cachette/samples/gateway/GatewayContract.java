package org.cachette.samples.gateway;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A gateway before an origin that answers as each test says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GatewayContract {

    ScriptedOrigin origin;
    Stack gateway;
    Client client;

    @BeforeAll
    final void start() throws Exception {
        origin = new ScriptedOrigin();
        startGateway();
    }

    final void startGateway() throws Exception {
        gateway = Stack.start(origin.address());
        client = new Client(gateway.address());
    }

    @AfterAll
    final void stop() {
        gateway.close();
        origin.close();
    }
}
