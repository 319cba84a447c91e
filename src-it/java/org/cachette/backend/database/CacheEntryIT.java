package org.cachette.backend.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cachette.Cache;
import org.cachette.Timeout;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table that Jakarta Persistence makes of the entity. */
@Tag("ee11")
final class CacheEntryIT {

    private static void assertWorks(Unit.Provider provider, String url) throws SQLException {
        try (EntityManagerFactory factory = Unit.open(
                        "primary",
                        provider,
                        url,
                        "jakarta.persistence.schema-generation.database.action",
                        "drop-and-create");
                NamedCaches caches = TestCaches.with(
                        new Factories().with(() -> factory),
                        InstantSource.system(),
                        "options.create-table",
                        "false",
                        "on-error",
                        "throw",
                        "max-entries",
                        "100000");
                Sql sql = new Sql(url)) {
            Cache cache = caches.getDefault();
            byte[] large = new byte[7_999_900];
            Arrays.fill(large, (byte) '\'');

            cache.set("large", large, Timeout.FOREVER);
            assertThat(cache.get("large", byte[].class).orElseThrow()).isEqualTo(large);
            cache.setMany(Map.of("Key", "upper", "key", "lower", "with blank", "blank"));
            assertThat(cache.get("Key")).contains("upper");
            assertThat(cache.get("key")).contains("lower");
            assertThat(cache.add("KEY", "other")).isTrue();
            assertThat(cache.getMany(List.of("Key", "key", "KEY")))
                    .isEqualTo(Map.of("Key", "upper", "key", "lower", "KEY", "other"));
            assertThat(sql.number("SELECT COUNT(*) FROM cachette")).isEqualTo(5);
            assertEntities(factory);
        }
    }

    private static void assertEntities(EntityManagerFactory factory) {
        try (EntityManager entities = factory.createEntityManager()) {
            List<CacheEntry> found = entities.createQuery(
                            "SELECT e FROM CacheEntry e WHERE e.expiry < :never", CacheEntry.class)
                    .setParameter("never", Long.MAX_VALUE)
                    .getResultList();

            assertThat(found).hasSize(4).allSatisfy(entry -> {
                assertThat(entry.getKey()).isNotEmpty();
                assertThat(entry.getValue()).isNotEmpty();
                assertThat(entry.getExpiry()).isPositive();
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Unit.Provider.class)
    void h2HasTheEntitysTable(Unit.Provider provider) throws SQLException {
        assertWorks(provider, "jdbc:h2:mem:entity" + provider + ";DB_CLOSE_DELAY=-1");
    }

    @ParameterizedTest
    @EnumSource(DatabaseServer.Kind.class)
    void serversHaveTheEntitysTable(DatabaseServer.Kind kind) throws SQLException {
        try (DatabaseServer server = DatabaseServer.started(kind)) {
            for (Unit.Provider provider : Unit.Provider.values()) {
                assertWorks(provider, server.url());
            }
        }
    }
}
