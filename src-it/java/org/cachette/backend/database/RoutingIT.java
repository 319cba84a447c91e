package org.cachette.backend.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.cachette.Cache;
import org.cachette.CacheException;
import org.cachette.named.NamedCaches;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which of several databases a cache is read from and written to. */
@Tag("DJ-DB-26")
@Tag("ee11")
final class RoutingIT {

    private static final String PRIMARY = "jdbc:h2:mem:primary;DB_CLOSE_DELAY=-1";
    private static final String REPLICA = "jdbc:h2:mem:replica;DB_CLOSE_DELAY=-1";

    private @Nullable LazyUnit primary;
    private @Nullable LazyUnit replica;

    private LazyUnit primary(Unit.Provider provider) {
        primary = new LazyUnit(() -> Unit.open("primary", provider, PRIMARY));
        return primary;
    }

    private LazyUnit replica(Unit.Provider provider) {
        replica = new LazyUnit(() -> Unit.open("replica", provider, REPLICA));
        return replica;
    }

    @AfterEach
    void emptyBoth() throws SQLException {
        for (String url : new String[] {PRIMARY, REPLICA}) {
            try (Sql sql = new Sql(url)) {
                sql.update("DROP ALL OBJECTS");
            }
        }
        if (primary != null) {
            primary.close();
        }
        if (replica != null) {
            replica.close();
        }
    }

    /** The router of the documentation: reads go to the replica, writes to the primary, which alone has the table. */
    private record PrimaryAndReplica(String routed) implements CacheRouter {

        @Override
        public Optional<String> databaseForRead(String cacheName) {
            return cacheName.equals(routed) ? Optional.of("replica") : Optional.empty();
        }

        @Override
        public Optional<String> databaseForWrite(String cacheName) {
            return cacheName.equals(routed) ? Optional.of("primary") : Optional.empty();
        }

        @Override
        public boolean mayMigrate(String database, String cacheName) {
            return database.equals("primary");
        }
    }

    /** What a replica does. */
    private static void replicate() throws SQLException {
        try (Sql from = new Sql(PRIMARY);
                Sql to = new Sql(REPLICA)) {
            to.update(
                    "CREATE TABLE IF NOT EXISTS cachette (cache_key VARCHAR(250) PRIMARY KEY, cache_value BLOB, expires BIGINT)");
            to.update(
                    "MERGE INTO cachette KEY (cache_key) VALUES (?, ?, ?)",
                    ":1:key",
                    from.bytes("SELECT cache_value FROM cachette WHERE cache_key = ':1:key'"),
                    Long.MAX_VALUE);
        }
    }

    private static void assertReadsAreFromTheReplica(Cache cache) throws SQLException {
        cache.set("key", "value");
        replicate();
        assertThat(cache.get("key")).contains("value");
        assertThat(cache.delete("key")).isTrue();
        assertThat(cache.get("key")).contains("value");
        assertThat(cache.hasKey("key")).isTrue();
        assertThat(cache.getMany(List.of("key"))).hasSize(1);
        assertThat(cache.delete("key")).isFalse();
        assertThat(cache.touch("key")).isFalse();
        assertThat(cache.add("key", "new")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Unit.Provider.class)
    void qualifiersSendReadsToTheReplicaAndWritesToThePrimary(Unit.Provider provider) throws SQLException {
        Factories beans = new Factories()
                .with(primary(provider), CacheWrite.Literal.of(""))
                .with(replica(provider), CacheRead.Literal.of(""));
        try (NamedCaches caches = TestCaches.with(beans, InstantSource.system())) {
            assertReadsAreFromTheReplica(caches.getDefault());
        }
    }

    @ParameterizedTest
    @EnumSource(Unit.Provider.class)
    void aQualifierMayBeForOneCache(Unit.Provider provider) throws SQLException {
        Factories beans =
                new Factories().with(primary(provider)).with(replica(provider), CacheRead.Literal.of("default"));
        try (NamedCaches caches = TestCaches.with(
                beans,
                InstantSource.system(),
                "other:backend",
                "database",
                "other:location",
                "other",
                "other:options.create-table",
                "true")) {
            assertReadsAreFromTheReplica(caches.getDefault());
            caches.get("other").set("key", "value");
            assertThat(caches.get("other").get("key")).contains("value");
            assertThat(caches.get("other").delete("key")).isTrue();
            assertThat(caches.get("other").get("key")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Unit.Provider.class)
    void aRouterSendsReadsToTheReplicaAndWritesToThePrimary(Unit.Provider provider) throws SQLException {
        Factories beans = new Factories()
                .with(primary(provider))
                .with(replica(provider), CacheRead.Literal.of("somebody else's"))
                .with(new PrimaryAndReplica("default"));
        try (NamedCaches caches = TestCaches.with(beans, InstantSource.system())) {
            assertReadsAreFromTheReplica(caches.getDefault());
        }
    }

    @ParameterizedTest
    @EnumSource(Unit.Provider.class)
    void aTableIsCreatedOnlyWhereTheRouterAllows(Unit.Provider provider) {
        Factories beans = new Factories()
                .with(primary(provider))
                .with(replica(provider), CacheRead.Literal.of("somebody else's"))
                .with(new PrimaryAndReplica("default"));
        try (NamedCaches caches = TestCaches.with(
                beans,
                InstantSource.system(),
                "on-error",
                "throw",
                "other:backend",
                "database",
                "other:location",
                "other",
                "other:on-error",
                "throw")) {
            caches.getDefault().set("key", "value");

            assertThatThrownBy(() -> caches.getDefault().get("key"))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining("database replica: there is no table cachette: expected one made by");
            assertThatThrownBy(() -> caches.get("other").set("key", "value"))
                    .hasMessageContaining("database primary: there is no table other");
        }
    }

    @ParameterizedTest
    @EnumSource(Unit.Provider.class)
    void aDatabaseThatNobodyProducesIsTold(Unit.Provider provider) {
        Factories beans = new Factories().with(primary(provider)).with(new PrimaryAndReplica("default"));
        try (NamedCaches caches = TestCaches.with(beans, InstantSource.system(), "on-error", "throw")) {
            assertThatThrownBy(() -> caches.getDefault().get("key"))
                    .hasMessageContaining("the CacheRouter names database \"replica\" for cache \"default\"")
                    .hasMessageContaining("[primary]");
        }
    }
}
