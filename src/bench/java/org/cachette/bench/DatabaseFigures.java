package org.cachette.bench;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cachette.Cache;
import org.cachette.backend.Beans;
import org.cachette.bench.Rounds.Measured;

/**
 * A cache on {@code backend=database} beside bare prepared statements that do the same, on a real PostgreSQL. Fair: the
 * statements are the cache's own, on one connection that commits by itself.
 */
final class DatabaseFigures {

    private static final int KEYS = 1_000;
    private static final byte[] VALUE = new byte[1_024];

    private final Report report;

    DatabaseFigures(Report report) {
        this.report = report;
    }

    /** Needs the Debian package postgresql. */
    void print() throws Exception {
        Path folder = Files.createTempDirectory("cachette-postgresql");
        run("chown", "postgres", folder.toString());
        run(asPostgres(program("initdb"), "-D", folder.toString(), "-A", "trust", "-U", "postgres", "--no-sync"));
        try (Server server = Server.start(port -> List.of(asPostgres(
                program("postgres"),
                "-D",
                folder.toString(),
                "-p",
                "" + port,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off")))) {
            String url = "jdbc:postgresql://" + server.address() + "/postgres?user=postgres";
            try (EntityManagerFactory factory = unit(awaited(url))) {
                compare(url, factory);
                new GrowthFigures(report).print("database", size -> cache("growth_" + size, 2 * size, factory));
            }
        }
        Entries.delete(folder);
    }

    private void compare(String url, EntityManagerFactory factory) throws Exception {
        try (OneCache ours = cache("bench", 2 * KEYS, factory);
                Connection connection = DriverManager.getConnection(url)) {
            Cache cache = ours.cache();
            for (int i = 0; i < KEYS; i++) {
                cache.set(key(i), VALUE);
            }
            get(cache, connection);
            set(cache, connection);
            new BulkFigures(report).print("database", cache, 1);
        }
    }

    private void get(Cache cache, Connection connection) throws Exception {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT cache_value FROM bench WHERE cache_key = ? AND expires > ?")) {
            Map<String, Measured> measured = Throughput.alternate(
                    1,
                    new TreeMap<>(Map.of(
                            "cache", number -> cache.get(key(number)).orElseThrow(),
                            "JDBC", number -> expectOne(select, number))));
            report.section("PostgreSQL: get of 1 kB beside the same prepared statement");
            measured.forEach(report::time);
            report.atLeast("throughput of JDBC's", measured.get("cache").ratioTo(measured.get("JDBC")), 0.8);
        }
    }

    private void set(Cache cache, Connection connection) throws Exception {
        try (PreparedStatement upsert = connection.prepareStatement(
                "INSERT INTO bench (cache_key, cache_value, expires) VALUES (?, ?, ?) ON CONFLICT (cache_key) DO UPDATE"
                        + " SET cache_value = excluded.cache_value, expires = excluded.expires")) {
            Map<String, Measured> measured = Throughput.alternate(
                    1,
                    new TreeMap<>(Map.of(
                            "cache", number -> cache.set(key(number), VALUE),
                            "JDBC", number -> upsert(upsert, number))));
            report.section("PostgreSQL: set of 1 kB beside the same upsert");
            measured.forEach(report::time);
            report.atLeast("throughput of JDBC's", measured.get("cache").ratioTo(measured.get("JDBC")), 0.6);
        }
    }

    private static void expectOne(PreparedStatement select, int number) throws SQLException {
        select.setString(1, ":1:" + key(number));
        select.setLong(2, System.currentTimeMillis());
        try (ResultSet rows = select.executeQuery()) {
            if (!rows.next() || rows.getBytes(1).length < VALUE.length) {
                throw new IllegalStateException("the row is not there");
            }
        }
    }

    private static void upsert(PreparedStatement upsert, int number) throws SQLException {
        upsert.setString(1, "bare-" + key(number));
        upsert.setBytes(2, VALUE);
        upsert.setLong(3, System.currentTimeMillis() + 300_000);
        upsert.executeUpdate();
    }

    private static OneCache cache(String table, int maxEntries, EntityManagerFactory factory) {
        Map<String, String> settings = Map.of(
                "backend", "database",
                "location", table,
                "max-entries", "" + maxEntries,
                "options.time-limit", "PT30S",
                "options.create-table", "true");
        return OneCache.of(settings, new OneFactory(factory));
    }

    /** An application with one entity manager factory. */
    private record OneFactory(EntityManagerFactory factory) implements Beans {

        @Override
        public <T> Optional<T> find(Class<T> type, Annotation... qualifiers) {
            return type == EntityManagerFactory.class && qualifiers.length == 0
                    ? Optional.of(type.cast(factory))
                    : Optional.empty();
        }

        @Override
        public <T> List<Supplier<T>> all(Class<T> type) {
            return type == EntityManagerFactory.class ? List.of(() -> type.cast(factory)) : List.of();
        }
    }

    private static EntityManagerFactory unit(String url) {
        return Persistence.createEntityManagerFactory(
                "primary",
                Map.of(
                        "jakarta.persistence.jdbc.url",
                        url,
                        "hibernate.boot.allow_jdbc_metadata_access",
                        "false",
                        "hibernate.dialect",
                        "org.hibernate.dialect.PostgreSQLDialect"));
    }

    /** The URL, once the server does not only listen but answer. */
    private static String awaited(String url) throws SQLException {
        for (int attempt = 0; ; attempt++) {
            try (Connection connection = DriverManager.getConnection(url)) {
                return url;
            } catch (SQLException e) {
                if (attempt > 1_000) {
                    throw e;
                }
            }
        }
    }

    private static String program(String name) {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin").resolve(name).toString())
                    .sorted()
                    .reduce((one, later) -> later)
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL is missing: apt-get install postgresql", e);
        }
    }

    /** PostgreSQL does not run as root. */
    private static String[] asPostgres(String... command) {
        String[] prefix = "root".equals(System.getProperty("user.name"))
                ? new String[] {"setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups"}
                : new String[0];
        return Stream.concat(Stream.of(prefix), Stream.of(command)).toArray(String[]::new);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + status);
        }
    }

    private static String key(int number) {
        return "key-" + Math.floorMod(number, KEYS);
    }
}
