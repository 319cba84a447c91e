package org.cachette.backend.jcache;

import static org.awaitility.Awaitility.await;

import com.hazelcast.client.HazelcastClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.cachette.backend.Load;
import org.cachette.backend.OutageContract;
import org.cachette.backend.StoreServer;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A client, as it is by default, of a Hazelcast member that is down, dies, freezes and comes back. */
final class HazelcastClientOutageIT extends OutageContract {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    /** So that no test pays for loading and compiling the client. */
    @BeforeAll
    static void warmUp(@TempDir Path folder) {
        HazelcastClientOutageIT warming = new HazelcastClientOutageIT();
        warming.directory = folder;
        try (StoreServer server = warming.startedServer();
                NamedCaches caches = warming.open(server.address(), Duration.ofMinutes(1));
                Load load = new Load(caches.getDefault())) {
            await().atMost(Duration.ofMinutes(1)).until(() -> load.hits() > 3000);
        } finally {
            warming.log().close();
        }
    }

    @Override
    protected void awaitOpen(NamedCaches caches) {
        await().atMost(Duration.ofSeconds(30)).until(() -> HazelcastClient.getAllHazelcastClients().stream()
                .anyMatch(client -> !client.getDistributedObjects().isEmpty()));
    }

    @Override
    protected String named(String address) {
        return "\"cachette\"";
    }

    @Override
    protected StoreServer newServer() {
        return HazelcastServer.notStarted();
    }

    @Override
    protected Map<String, String> settings(String address, Duration timeLimit) {
        try {
            Path file = Files.writeString(directory.resolve("client.xml"), HazelcastServer.client(address));
            return Map.of(
                    "default.backend",
                    "jcache",
                    "default.options.provider",
                    "com.hazelcast.client.cache.HazelcastClientCachingProvider",
                    "default.options.properties",
                    "hazelcast.config.location=" + file.toUri(),
                    "default.options.time-limit",
                    timeLimit.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
