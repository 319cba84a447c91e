package org.cachette.samples.gateway;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs a table of rules over real sockets, each on a path of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RulesContract {

    private static final AtomicInteger PATHS = new AtomicInteger();

    private ScriptedOrigin origin;
    private Stack gateway;

    abstract Stream<Row> rows();

    @BeforeAll
    void start() throws Exception {
        origin = new ScriptedOrigin();
        gateway = Stack.start(origin.address());
    }

    @AfterAll
    void stop() {
        gateway.close();
        origin.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void holds(Row row) throws Exception {
        row.conversation().hold(new Talk(origin, new Client(gateway.address()), "/rule/" + PATHS.incrementAndGet()));
    }
}
