package org.cachette.backend.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.core.Hazelcast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.cachette.Cache;
import org.cachette.backend.Beans;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Providers that are started by name, with their own configuration, and stopped with the caches. */
final class JCacheByNameIT {

    private static final String CLIENT = """
            <hazelcast-client xmlns="http://www.hazelcast.com/schema/client-config">
              <cluster-name>%s</cluster-name>
              <properties><property name="hazelcast.logging.type">none</property></properties>
              <network><cluster-members><address>127.0.0.1:%d</address></cluster-members></network>
            </hazelcast-client>
            """;

    private static NamedCaches caches(String provider, String... more) {
        String[] settings = new String[more.length + 2];
        settings[0] = "options.provider";
        settings[1] = provider;
        System.arraycopy(more, 0, settings, 2, more.length);
        return TestCaches.of(Beans.NONE, InstantSource.system(), settings);
    }

    private static void expectThatItWorks(Cache cache) {
        cache.set("key", "value");
        cache.set("count", 1);

        assertThat(cache.get("key")).contains("value");
        assertThat(cache.incr("count")).isEqualTo(2);
        assertThat(cache.add("key", "other")).isFalse();
        assertThat(cache.touch("key")).isTrue();
        assertThat(cache.delete("key")).isTrue();
    }

    @Test
    void infinispan() {
        try (NamedCaches caches = caches("org.infinispan.jcache.embedded.JCachingProvider")) {
            expectThatItWorks(caches.getDefault());
        }
    }

    @Test
    void aClientOfAHazelcastClusterThatKnowsNothingOfUs(@TempDir Path directory) throws IOException {
        try (HazelcastMembers members = HazelcastMembers.of(1)) {
            Path file = Files.writeString(
                    directory.resolve("client.xml"), CLIENT.formatted(members.cluster(), members.port(0)));
            try (NamedCaches caches = caches(
                    "com.hazelcast.client.cache.HazelcastClientCachingProvider",
                    "options.properties",
                    "hazelcast.config.location=" + file.toUri())) {
                expectThatItWorks(caches.getDefault());
                assertThat(HazelcastClient.getAllHazelcastClients()).hasSize(1);
            }
            assertThat(HazelcastClient.getAllHazelcastClients()).isEmpty();
            assertThat(Hazelcast.getHazelcastInstanceByName(members.name(0))).isNotNull();
        }
    }
}
