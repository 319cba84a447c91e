package org.cachette.backend.memcached;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cachette.backend.BackendContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract on real servers. Time is theirs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MemcachedContract extends BackendContract {

    private List<MemcachedServer> servers = List.of();

    abstract List<MemcachedServer> startServers();

    @BeforeAll
    void startAll() {
        servers = startServers();
    }

    @AfterAll
    void stopAll() {
        servers.forEach(MemcachedServer::close);
    }

    @Override
    protected Map<String, String> backendSettings() {
        String location =
                String.join(",", servers.stream().map(MemcachedServer::location).toList());
        return Map.of("backend", "memcached", "location", location, "options.time-limit", "PT5S");
    }

    /** As long as items of that life are there: entries live up to a second longer than they should, and no more. */
    @Override
    public void passTime(Duration duration) {
        String key = "marker-" + UUID.randomUUID();
        servers.forEach(server -> ask(server, "set " + key + " 0 " + duration.toSeconds() + " 1\r\n1\r\n"));
        await().atMost(duration.plusSeconds(5))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> servers.stream()
                        .allMatch(server -> ask(server, "get " + key + "\r\n").equals("END\r\n")));
    }

    private static String ask(MemcachedServer server, String command) {
        try (RawMemcached raw = new RawMemcached(server.location())) {
            return raw.ask(command);
        }
    }
}
