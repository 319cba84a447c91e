package org.cachette.backend.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hazelcast.splitbrainprotection.SplitBrainProtectionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cachette.Cache;
import org.cachette.CacheException;
import org.cachette.KeyNotFoundException;
import org.cachette.backend.Beans;
import org.cachette.backend.FullDiskContract;
import org.cachette.backend.FullStore;
import org.cachette.backend.ServerProcess;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Hazelcast member that is told to take no writes without another one. */
final class JCacheRefusedWritesIT extends FullDiskContract<JCacheRefusedWritesIT.Pair> {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Override
    protected Pair startedStore() {
        return new Pair();
    }

    @Override
    protected NamedCaches open(Pair pair) {
        return open(pair, "caches", "miss");
    }

    private NamedCaches open(Pair pair, String client, String onError) {
        try {
            Path file = Files.writeString(
                    directory.resolve(client + ".xml"), HazelcastServer.client(pair.staying.address()));
            return TestCaches.of(
                    Beans.NONE,
                    InstantSource.system(),
                    "on-error",
                    onError,
                    "options.provider",
                    "com.hazelcast.client.cache.HazelcastClientCachingProvider",
                    "options.properties",
                    "hazelcast.config.location=" + file.toUri());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertRefused(ThrowingCallable write) {
        assertThatThrownBy(write)
                .isInstanceOf(CacheException.class)
                .hasMessageContaining(SplitBrainProtectionException.class.getName());
    }

    @Test
    void eachRefusedWriteLeavesTheEntryAsItWasAndReadsGoOn() {
        try (Pair pair = startedStore();
                NamedCaches caches = open(pair, "complaining", "throw");
                NamedCaches silent = open(pair)) {
            Cache cache = caches.getDefault();
            cache.set("key", "old");
            cache.set("count", 7);
            pair.fill();

            for (int i = 0; i < 3; i++) {
                assertRefused(() -> cache.set("key", "fresh"));
                assertRefused(() -> cache.setMany(Map.of("key", "fresh", "new", "fresh")));
                assertRefused(() -> cache.add("new", "fresh"));
                assertRefused(() -> cache.touch("key"));
                assertRefused(() -> cache.incr("count"));
                assertRefused(() -> cache.incrVersion("key"));
                assertRefused(() -> cache.delete("key"));
                assertRefused(() -> cache.deleteMany(List.of("key", "count")));
                assertRefused(cache::clear);
                assertThat(cache.get("key")).contains("old");
                assertThat(cache.getMany(List.of("key", "count", "new"))).isEqualTo(Map.of("key", "old", "count", 7L));
            }
            assertReadsGoOn(silent.getDefault());

            pair.free();
            assertThat(cache.incr("count")).isEqualTo(8);
            assertThat(cache.add("new", "fresh")).isTrue();
            assertThat(cache.delete("key")).isTrue();
        }
    }

    private static void assertReadsGoOn(Cache cache) {
        for (int i = 0; i < 50; i++) {
            assertThat(cache.add("new", "fresh")).isFalse();
            assertThat(cache.touch("key")).isFalse();
            assertThatThrownBy(() -> cache.incr("count")).isInstanceOf(KeyNotFoundException.class);
            assertThat(cache.get("key")).contains("old");
        }
    }

    /** Two members, of which one goes and comes. */
    final class Pair implements FullStore {

        private final int port = ServerProcess.freePort();
        private final int otherPort = ServerProcess.freePort();
        private final HazelcastServer staying = HazelcastServer.oneOfTwo(port, otherPort);
        private final HazelcastServer other = HazelcastServer.oneOfTwo(otherPort, port);

        private final NamedCaches probes;

        Pair() {
            staying.start();
            other.start();
            awaitMembers(2);
            probes = JCacheRefusedWritesIT.this.open(this, "probes", "throw");
            awaitRefusal(false);
        }

        private void awaitMembers(int count) {
            await().pollInterval(Duration.ofMillis(20)).until(() -> staying.members() == count);
        }

        /** A member that knows who is there refuses writes, or takes them again, a little later. */
        private void awaitRefusal(boolean expected) {
            await().pollInterval(Duration.ofMillis(20)).until(() -> refuses() == expected);
        }

        private boolean refuses() {
            try {
                probes.getDefault().set("probe", "written");
                return false;
            } catch (CacheException refused) {
                return true;
            }
        }

        @Override
        public void fill() {
            other.kill();
            awaitMembers(1);
            awaitRefusal(true);
        }

        @Override
        public void free() {
            other.start();
            awaitMembers(2);
            awaitRefusal(false);
        }

        @Override
        public void close() {
            probes.close();
            other.close();
            staying.close();
        }
    }
}
