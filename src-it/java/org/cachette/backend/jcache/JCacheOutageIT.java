package org.cachette.backend.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.core.Hazelcast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import javax.cache.CacheManager;
import org.cachette.Cache;
import org.cachette.backend.Beans;
import org.cachette.backend.LogRecords;
import org.cachette.backend.ManualClock;
import org.cachette.named.NamedCaches;
import org.ehcache.jsr107.EhcacheCachingProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Providers that end while they are used. */
final class JCacheOutageIT {

    private static final String LONELY_MEMBER = """
            <hazelcast xmlns="http://www.hazelcast.com/schema/config">
              <cluster-name>%s</cluster-name>
              <instance-name>%s</instance-name>
              <properties>
                <property name="hazelcast.phone.home.enabled">false</property>
                <property name="hazelcast.logging.type">none</property>
                <property name="hazelcast.socket.bind.any">false</property>
              </properties>
              <network>
                <port auto-increment="true" port-count="1000">25801</port>
                <join><auto-detection enabled="false"/><multicast enabled="false"/></join>
                <interfaces enabled="true"><interface>127.0.0.1</interface></interfaces>
              </network>
            </hazelcast>
            """;

    private final ManualClock clock = new ManualClock();

    @Test
    void aDeadMemberIsAMissAndToldOnce() {
        try (LogRecords log = new LogRecords();
                HazelcastMembers members = HazelcastMembers.of(1);
                NamedCaches caches = TestCaches.of(TestCaches.only(members.manager(0)), clock)) {
            Cache cache = caches.getDefault();
            cache.set("key", "value");
            assertThat(cache.get("key")).contains("value");

            members.member(0).getLifecycleService().terminate();

            for (int i = 0; i < 10; i++) {
                assertThat(cache.get("key")).isEmpty();
                assertThat(cache.<String>getOrSet("key", () -> "computed")).isEqualTo("computed");
                clock.pass(Duration.ofSeconds(1));
            }
            assertThat(log.warnings()).singleElement().asString().contains("\"default\"", "fails");
        }
    }

    @Test
    void aMemberOfOurOwnIsStartedWhenNeededAndStoppedWithTheCachesAndStartedAgainAfterItsEnd(@TempDir Path directory)
            throws IOException {
        String name = "cachette-" + UUID.randomUUID();
        Path file = Files.writeString(directory.resolve("hazelcast.xml"), LONELY_MEMBER.formatted(name, name));
        try (NamedCaches caches = TestCaches.of(
                Beans.NONE,
                clock,
                "options.provider",
                "com.hazelcast.cache.HazelcastMemberCachingProvider",
                "options.properties",
                "hazelcast.config.location=" + file.toUri())) {
            Cache cache = caches.getDefault();
            assertThat(Hazelcast.getHazelcastInstanceByName(name)).isNull();
            cache.set("key", "value");
            assertThat(cache.get("key")).contains("value");

            Hazelcast.getHazelcastInstanceByName(name).getLifecycleService().terminate();
            clock.pass(Duration.ofSeconds(5));
            assertThat(cache.get("key")).isEmpty();
            cache.set("key", "again");

            assertThat(cache.get("key")).contains("again");
        }
        assertThat(Hazelcast.getHazelcastInstanceByName(name)).isNull();
    }

    @Test
    void aCacheThatSomebodyElseClosedIsOpenedAgain() {
        try (EhcacheCachingProvider provider = new EhcacheCachingProvider()) {
            CacheManager manager = provider.getCacheManager();
            try (NamedCaches caches = TestCaches.of(manager)) {
                caches.getDefault().set("key", "value");
                manager.getCache("cachette").close();

                caches.getDefault().set("key", "again");

                assertThat(caches.getDefault().get("key")).contains("again");
            }
        }
    }
}
