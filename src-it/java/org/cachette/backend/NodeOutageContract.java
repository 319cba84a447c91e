package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.cachette.Cache;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What callers see of a store of several servers when one of them is down, dies, freezes and comes back: never an
 * exception, a long wait or another's value, and all of the store again. See {@link OutageContract} for one server.
 */
public abstract class NodeOutageContract {

    private final LogRecords log = new LogRecords();
    private List<? extends StoreServer> servers = List.of();

    /** All of them, together a store that works. */
    protected abstract List<? extends StoreServer> startServers();

    /** Which of them fails. */
    protected int failing() {
        return 1;
    }

    /** Caches on servers at those addresses that wait for it so long. */
    protected abstract NamedCaches open(List<String> addresses, Duration timeLimit);

    /** Whether the load writes; what it has just written it does not read from replicas. */
    protected boolean writing() {
        return true;
    }

    private Load load(Cache cache) {
        Load.keys().forEach(key -> cache.set(key, key + "="));
        return new Load(cache, writing());
    }

    private NamedCaches open(Duration timeLimit) {
        return open(servers.stream().map(StoreServer::address).toList(), timeLimit);
    }

    private StoreServer victim() {
        return servers.get(failing());
    }

    @BeforeEach
    final void startAll() {
        servers = startServers();
    }

    @AfterEach
    final void stopAll() {
        servers.forEach(StoreServer::close);
        log.close();
    }

    @Test
    final void aServerThatIsDownAtStartIsUsedOnceItIsThere() {
        victim().kill();
        try (NamedCaches caches = open(OutageContract.TIME_LIMIT);
                Load load = load(caches.getDefault())) {
            assertLoadGoesOn(load);

            victim().start();
            assertRecovery(caches.getDefault(), load, Duration.ZERO);
        }
    }

    @Test
    final void aServerKilledUnderLoadIsOneWarningAndUsedAgainOnItsReturn() {
        try (NamedCaches caches = open(OutageContract.TIME_LIMIT);
                Load load = load(caches.getDefault())) {
            Duration usual = awaitLoad(caches.getDefault(), load);

            victim().kill();
            assertLoadGoesOn(load);
            victim().start();
            assertRecovery(caches.getDefault(), load, usual);
        }
    }

    @Test
    final void aServerFrozenUnderLoadHoldsNobodyLongerThanTheTimeLimit() {
        try (NamedCaches caches = open(OutageContract.TIME_LIMIT);
                Load load = load(caches.getDefault())) {
            Duration usual = awaitLoad(caches.getDefault(), load);

            victim().freeze();
            assertLoadGoesOn(load);
            OutageContract.awaitProbes();
            victim().thaw();
            assertRecovery(caches.getDefault(), load, usual);
        }
    }

    private static Duration awaitLoad(Cache cache, Load load) {
        await().until(() -> load.hits() > 1000 && finds(cache));
        return load.longest();
    }

    private static boolean finds(Cache cache) {
        return cache.getMany(Load.keys()).size() == Load.keys().size();
    }

    private void assertLoadGoesOn(Load load) {
        long sinceThen = load.operations();
        await().until(() ->
                load.operations() > sinceThen + 3000 && !log.warnings().isEmpty());
    }

    private void assertRecovery(Cache cache, Load load, Duration usual) {
        await().atMost(OutageContract.RECOVERY).until(() -> finds(cache));
        assertThat(load.longest())
                .isLessThan(OutageContract.TIME_LIMIT.plus(OutageContract.SLACK).plus(usual));
        assertThat(log.warnings()).singleElement().asString().contains(victim().address());
    }
}
