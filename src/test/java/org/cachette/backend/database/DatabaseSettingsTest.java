package org.cachette.backend.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cachette.CacheConfigurationException;
import org.cachette.CacheException;
import org.cachette.backend.Beans;
import org.cachette.backend.Configs;
import org.cachette.backend.Problems;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Test;

final class DatabaseSettingsTest {

    private static final String CACHE = "cachette.caches.default.";

    /** An application with a factory that cannot be made. */
    private static final class BrokenFactory implements Beans {
        @Override
        public <T> Optional<T> find(Class<T> type, Annotation... qualifiers) {
            if (type == CacheRouter.class) {
                return Optional.empty();
            }
            throw new IllegalStateException("two of them");
        }

        @Override
        public <T> List<Supplier<T>> all(Class<T> type) {
            return List.of(() -> {
                throw new AssertionError("made at deployment");
            });
        }
    }

    private static NamedCaches caches(Beans beans, String... settings) {
        Problems problems = new Problems();
        NamedCaches caches =
                new NamedCaches(Settings.read(Configs.of(settings)), InstantSource.system(), beans, problems);
        problems.throwIfAny();
        return caches;
    }

    private static NamedCaches caches(String setting, String value) {
        return caches(new BrokenFactory(), CACHE + "backend", "database", CACHE + setting, value);
    }

    @Test
    void anApplicationWithoutAFactoryIsTold() {
        assertThatThrownBy(() -> caches(Beans.NONE, CACHE + "backend", "database"))
                .isInstanceOf(CacheConfigurationException.class)
                .hasMessage(
                        "cachette.caches.default.backend is \"database\": expected beside it a bean of the"
                                + " application that produces an EntityManagerFactory, such as @Produces"
                                + " @PersistenceUnit(unitName = \"…\") EntityManagerFactory factory (the application has none)");
    }

    @Test
    void aFactoryThatCannotBeMadeIsAFailureOfTheStore() {
        try (NamedCaches caches = caches("on-error", "throw")) {
            assertThatThrownBy(() -> caches.getDefault().get("key"))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining("cache \"default\" has no EntityManagerFactory that works: two of them");
        }
    }

    @Test
    void aLocationThatIsNoTableIsTold() {
        for (String name : new String[] {"a;b", "a'b", "a\"b", "a`b", "a.b.c", "a..b", "-- x", "é", "a".repeat(56)}) {
            assertThatThrownBy(() -> caches("location", name))
                    .isInstanceOf(CacheConfigurationException.class)
                    .hasMessage("cachette.caches.default.location is \"" + name + "\": expected the name of a table, or"
                            + " of a schema and a table with a dot between them, of letters, digits, blanks and _ - $,"
                            + " each of 1 to 55 characters");
        }
    }

    @Test
    void aNameThatSqlWouldNotTakeIsQuoted() {
        assertThat(TableName.of("").sql(new Dialect())).isEqualTo("cachette");
        assertThat(TableName.of("app.my_table").sql(new Dialect())).isEqualTo("app.my_table");
        assertThat(TableName.of("test cache table").sql(new Dialect())).isEqualTo("\"test cache table\"");
        assertThat(TableName.of("my app.1 -- x").sql(new MariaDbDialect())).isEqualTo("`my app`.`1 -- x`");
        assertThat(TableName.of("my app.cache").indexSql(new Dialect())).isEqualTo("cache_expires");
    }

    @Test
    void badOptionsAreTold() {
        assertThatThrownBy(() -> caches("options.time-limit", "soon"))
                .hasMessage("cachette.caches.default.options.time-limit is \"soon\": expected milliseconds, or an"
                        + " ISO-8601 duration such as PT0.25S, from 1 ms to PT1M");
        assertThatThrownBy(() -> caches("options.time-limit", "PT2562047788015215H"))
                .isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining("options.time-limit is \"PT2562047788015215H\"");
        assertThatThrownBy(() -> caches("options.create-table", "yes")).hasMessageContaining("expected true or false");
        assertThatThrownBy(() -> caches("options.connections", "0")).hasMessageContaining("a whole number from 1");
        assertThatThrownBy(() -> caches("options.url", "x"))
                .hasMessageContaining("expected one of connections, create-table, time-limit");
        assertThatCode(() -> caches("options.time-limit", "PT0.1S").close()).doesNotThrowAnyException();
    }

    @Test
    void twoCachesOnOneTableHaveTheSameLimits() {
        String[] both = {
            CACHE + "backend",
            "database",
            "cachette.caches.other.backend",
            "database",
            "cachette.caches.other.timeout",
            "1"
        };
        assertThatCode(() -> caches(new BrokenFactory(), both).close()).doesNotThrowAnyException();
        both[4] = "cachette.caches.other.max-entries";
        assertThatThrownBy(() -> caches(new BrokenFactory(), both))
                .hasMessageContaining("caches default and other share the table cachette with different limits");
    }
}
