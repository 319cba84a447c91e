package org.cachette.backend.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.cachette.Cache;
import org.cachette.Timeout;
import org.cachette.backend.ManualClock;
import org.cachette.named.NamedCaches;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Culling and expiry, on one kind of database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UpkeepContract {

    private final ManualClock clock = new ManualClock();
    private final DatabaseServer.@Nullable Kind kind;
    private @Nullable DatabaseServer server;
    private @Nullable LazyUnit unit;
    private String url = "jdbc:h2:mem:upkeep;DB_CLOSE_DELAY=-1";
    private int tables;
    private String table = "";

    UpkeepContract(DatabaseServer.@Nullable Kind kind) {
        this.kind = kind;
    }

    @BeforeAll
    void open() {
        if (kind != null) {
            server = DatabaseServer.started(kind);
            url = server.url();
        }
        unit = new LazyUnit(() -> Unit.open("primary", Unit.Provider.HIBERNATE, url));
    }

    @AfterAll
    void close() {
        if (unit != null) {
            unit.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void nextTable() {
        table = "table" + ++tables;
    }

    private NamedCaches caches(int maxEntries, int cullFrequency) {
        LazyUnit opened = unit;
        Factories beans = new Factories().with(() -> opened == null ? null : opened.get());
        return TestCaches.with(
                beans,
                clock,
                "location",
                table,
                "max-entries",
                "" + maxEntries,
                "cull-frequency",
                "" + cullFrequency,
                "on-error",
                "throw");
    }

    private long rows() {
        try (Sql sql = new Sql(url)) {
            return sql.number("SELECT COUNT(*) FROM " + table);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Tag("DJ-DB-14")
    void aFullTableDropsItsShareAndNeverGrowsPastTheMaximum() {
        try (NamedCaches caches = caches(30, 3)) {
            for (int i = 1; i <= 100; i++) {
                caches.getDefault().set("key" + i, i);

                assertThat(rows()).isLessThanOrEqualTo(30);
                assertThat(caches.getDefault().hasKey("key" + i)).isTrue();
            }
            assertThat(rows()).isBetween(20L, 30L);
        }
    }

    @Test
    void whatIsWrittenAgainAndAgainIsNotCulled() {
        try (NamedCaches caches = caches(30, 3)) {
            for (int i = 0; i < 200; i++) {
                caches.getDefault().set("key" + i % 20, i);
            }
            assertThat(rows()).isEqualTo(20);
        }
    }

    @Test
    @Tag("DJ-DB-16")
    void aFrequencyOfZeroEmptiesTheTable() {
        try (NamedCaches caches = caches(30, 0)) {
            for (int i = 1; i <= 31; i++) {
                caches.getDefault().set("key" + i, i);
            }
            assertThat(rows()).isEqualTo(1);
        }
    }

    @Test
    @Tag("DJ-DB-19")
    void aCullDropsAtLeastOne() {
        try (NamedCaches caches = caches(30, 60)) {
            for (int i = 1; i <= 49; i++) {
                caches.getDefault().set("key" + i, i);
            }
            assertThat(rows()).isEqualTo(30);
        }
    }

    @Test
    void whatHasExpiredGoesFirst() {
        try (NamedCaches caches = caches(30, 3)) {
            Cache cache = caches.getDefault();
            for (int i = 1; i <= 10; i++) {
                cache.set("kept" + i, i, Timeout.FOREVER);
                cache.set("short" + i, i, Timeout.ofSeconds(10));
            }
            clock.pass(Duration.ofSeconds(11));
            for (int i = 1; i <= 15; i++) {
                cache.set("new" + i, i);
            }
            assertThat(rows()).isEqualTo(25);
        }
    }

    @Test
    @Tag("DJ-DB-21")
    void whatHasExpiredIsDeletedInTheBackgroundOfWrites() {
        try (NamedCaches caches = caches(5000, 3)) {
            Map<String, Object> many = new HashMap<>();
            for (int i = 0; i < 2500; i++) {
                many.put("key" + i, i);
            }
            caches.getDefault().setMany(many, Timeout.ofSeconds(10));
            clock.pass(Duration.ofSeconds(61));

            await().until(() -> {
                caches.getDefault().set("one", 1);
                return rows() == 1;
            });
        }
    }

    @Test
    void aLargeTableIsCulledInTheBackground() {
        try (NamedCaches caches = caches(2000, 2)) {
            for (int batch = 0; batch < 30; batch++) {
                Map<String, Object> many = new HashMap<>();
                for (int i = 0; i < 200; i++) {
                    many.put("key" + batch + "-" + i, i);
                }
                caches.getDefault().setMany(many);
            }
            await().until(() -> {
                caches.getDefault().set("one", 1);
                return rows() <= 2000 * 5 / 4;
            });
            assertThat(rows()).isGreaterThanOrEqualTo(1000);
        }
    }
}
