package org.cachette.backend.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cachette.embedded.PrivateConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** The command, on each kind of database. */
final class CreateCacheTableIT {

    private static final String H2 = "jdbc:h2:mem:command;DB_CLOSE_DELAY=-1";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return new CommandLine(new CreateCacheTable())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseServer.Kind.class)
    @Tag("DJ-TBL-02")
    @Tag("DJ-TBL-04")
    @Tag("DJ-TBL-05")
    @Tag("DJ-TBL-06")
    void serversGetTheTablesThatADryRunPrints(DatabaseServer.Kind kind) throws SQLException {
        try (DatabaseServer server = DatabaseServer.started(kind)) {
            String url = server.url();

            assertThat(run("--url", url, "--dry-run", "my_table", "a table")).isZero();
            String sql = out.toString();
            assertThat(sql).contains("CREATE TABLE my_table (", "my_table_expires");
            assertThat(sql).contains(kind == DatabaseServer.Kind.POSTGRESQL ? "BYTEA" : "LONGBLOB");
            out.getBuffer().setLength(0);

            assertThat(run("--url", url, "my_table", "a table")).isZero();
            assertThat(out).hasToString("""
                    Cache table "my_table" was created.
                    Cache table "a table" was created.
                    """);
            execute(url, "INSERT INTO my_table VALUES ('key', 'value', 1)");
            out.getBuffer().setLength(0);

            assertThat(run("--url", url, "--dry-run", "my_table")).isZero();
            assertThat(run("--url", url, "my_table")).isZero();
            assertThat(out.toString().lines())
                    .containsExactly(
                            "Cache table \"my_table\" is there already.", "Cache table \"my_table\" is there already.");
            execute(url, "DROP TABLE my_table");
            for (String line :
                    sql.lines().filter(line -> line.contains("my_table")).toList()) {
                execute(url, line);
            }
            assertThat(err.toString()).isEmpty();
        }
    }

    @Test
    @Tag("DJ-TBL-04")
    @Tag("DJ-TBL-11")
    void aDryRunPrintsTheSqlOfH2AndExecutesNothing() {
        assertThat(run("--url", H2, "--dry-run", "dry")).isZero();
        assertThat(run("--url", H2, "--dry-run", "dry")).isZero();

        String once = """
                CREATE TABLE dry (cache_key VARCHAR(250) NOT NULL PRIMARY KEY, cache_value BLOB NOT NULL, expires BIGINT NOT NULL);
                CREATE INDEX dry_expires ON dry (expires);
                """;
        assertThat(out).hasToString(once + once);
    }

    @Test
    @Tag("DJ-TBL-10")
    void aTableOfSomethingElseIsLeftAloneAndTold() throws SQLException {
        execute(H2, "CREATE TABLE orders (id INT)");

        assertThat(run("--url", H2, "orders")).isOne();

        assertThat(err.toString()).contains("\"orders\" was not created", "expected the columns cache_key");
    }

    @Test
    @Tag("DJ-TBL-10")
    void aDatabaseThatCannotBeReachedIsTold() {
        assertThat(run("--url", "jdbc:postgresql://127.0.0.1:1/none", "--user", "me", "some"))
                .isOne();
        assertThat(run("--url", "jdbc:unknown:x", "some")).isOne();

        assertThat(err.toString()).contains("\"some\" was not created", "No suitable driver");
    }

    @Test
    void aNameThatIsNoneIsRefused() {
        assertThat(run("--url", H2, "x; DROP TABLE y")).isEqualTo(2);

        assertThat(err.toString()).contains("\"x; DROP TABLE y\" cannot be a table: expected the name of a table");
    }

    /** Keeps what it is asked. */
    public static final class AskedRouter implements CacheRouter {

        static final List<String> QUESTIONS = new ArrayList<>();

        @Override
        public Optional<String> databaseForRead(String cacheName) {
            return Optional.empty();
        }

        @Override
        public Optional<String> databaseForWrite(String cacheName) {
            return Optional.empty();
        }

        @Override
        public boolean mayMigrate(String database, String cacheName) {
            QUESTIONS.add(database + " " + cacheName);
            return database.equals("primary");
        }
    }

    @Test
    @Tag("DJ-TBL-03")
    @Tag("DJ-TBL-07")
    void theRouterIsAskedBeforeTheDatabase() {
        AskedRouter.QUESTIONS.clear();
        String router = AskedRouter.class.getName();

        assertThat(run("--url", "jdbc:unknown:x", "--database", "replica", "--router", router, "some"))
                .isZero();
        assertThat(run("--url", "jdbc:unknown:x", "--router", router, "some")).isZero();
        assertThat(out + "" + err).isEmpty();
        assertThat(run("--url", H2, "--database", "primary", "--router", router, "routed"))
                .isZero();

        assertThat(out.toString()).contains("\"routed\" was created");
        assertThat(AskedRouter.QUESTIONS).containsExactly("replica some", "default some", "primary routed");
    }

    @Test
    void aRouterThatIsNoneIsTold() {
        assertThat(run("--url", H2, "--router", "java.lang.String", "some")).isEqualTo(2);

        assertThat(err.toString())
                .contains("--router is \"java.lang.String\": expected the class name of a CacheRouter");
    }

    @Test
    @Tag("DJ-TBL-01")
    void withoutATableThoseOfTheSettingsAreMeant() {
        Map<String, String> settings =
                Map.of("cachette.caches.fast.backend", "database", "cachette.caches.fast.location", "fast_ones");
        try (PrivateConfig config = new PrivateConfig(settings)) {
            assertThat(config.call(() -> run("--url", H2))).isZero();
        }
        assertThat(out).hasToString("Cache table \"fast_ones\" was created.\n");
        assertThat(run("--url", H2)).isEqualTo(2);
        assertThat(err.toString()).contains("no table is named");
    }
}
