package org.cachette.samples.gateway;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs a table of rules over real sockets, each on a path of its own. */
abstract class RulesContract extends GatewayContract {

    private static final AtomicInteger PATHS = new AtomicInteger();

    abstract Stream<Row> rows();

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void holds(Row row) throws Exception {
        row.conversation().hold(new Talk(origin, client, "/rule/" + PATHS.incrementAndGet()));
    }
}
