package org.cachette.backend.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code createcachetable}, Django's: creates the tables of caches in a database. */
@Command(
        name = "createcachetable",
        mixinStandardHelpOptions = true,
        description = "Creates the tables of caches in a database. Tables that are there already are left alone.")
public final class CreateCacheTable implements Callable<Integer> {

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(names = "--url", required = true, description = "the database's JDBC URL; its driver is on the class path")
    String url = "";

    @Option(names = "--user", description = "the user to connect as")
    @Nullable
    String user;

    @Option(names = "--password", arity = "0..1", interactive = true, description = "asked for when no value is given")
    @Nullable
    String password;

    @Option(
            names = "--database",
            defaultValue = "default",
            description = "the name that the router has for the database (default: ${DEFAULT-VALUE})")
    String database = "";

    @Option(
            names = "--router",
            description = "the class of a CacheRouter with a constructor without arguments: it is asked whether the"
                    + " database may have the table")
    @Nullable
    String router;

    @Option(names = "--dry-run", description = "print the SQL and execute nothing")
    boolean dryRun;

    @Parameters(
            paramLabel = "TABLE",
            description =
                    "names of tables; without any, those of the database caches in the settings on the class" + " path")
    List<String> tables = List.of();

    /** Runs the command and ends the process: with 0, or 1 where the database or 2 where the arguments are wrong. */
    public static void main(String... args) {
        System.exit(new CommandLine(new CreateCacheTable()).execute(args));
    }

    @Override
    public Integer call() {
        Map<String, String> configured = ConfiguredTables.find();
        List<String> wanted = tables.isEmpty() ? List.copyOf(configured.keySet()) : tables;
        if (wanted.isEmpty()) {
            throw wrong("no table is named, and the settings on the class path have no database cache:"
                    + " expected the name of a table");
        }
        List<TableName> names = wanted.stream().map(this::name).toList();
        CacheRouter asked = router == null ? null : router(router);
        List<TableName> allowed = names.stream()
                .filter(name ->
                        asked == null || asked.mayMigrate(database, configured.getOrDefault(name.text(), name.text())))
                .toList();
        return allowed.isEmpty() || createAll(allowed) ? 0 : 1;
    }

    private TableName name(String table) {
        try {
            return TableName.of(table);
        } catch (IllegalArgumentException e) {
            throw wrong("\"" + table + "\" cannot be a table: expected " + TableName.EXPECTED);
        }
    }

    private CacheRouter router(String className) {
        try {
            return Class.forName(className)
                    .asSubclass(CacheRouter.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw wrong("--router is \"" + className + "\": expected the class name of a CacheRouter with a public"
                    + " constructor without arguments (" + e + ")");
        }
    }

    private boolean createAll(List<TableName> names) {
        TableName current = names.get(0);
        try (Connection connection = connect()) {
            Dialect dialect = Dialect.of(connection);
            for (TableName name : names) {
                current = name;
                create(new TableCreation(connection, dialect, name));
            }
            return true;
        } catch (SQLException e) {
            err().println("Cache table \"" + current.text() + "\" was not created: " + e.getMessage());
            return false;
        }
    }

    private void create(TableCreation creation) throws SQLException {
        String table = "Cache table \"" + creation.name().text() + "\"";
        if (creation.exists()) {
            out().println(table + " is there already.");
        } else if (dryRun) {
            creation.dialect().creation(creation.name()).forEach(sql -> out().println(sql + ";"));
        } else {
            out().println(table + (creation.create() ? " was created." : " is there already."));
        }
    }

    private Connection connect() throws SQLException {
        Properties login = new Properties();
        if (user != null) {
            login.setProperty("user", user);
        }
        if (password != null) {
            login.setProperty("password", password);
        }
        return DriverManager.getConnection(url, login);
    }

    private CommandLine commandLine() {
        return spec == null ? new CommandLine(this) : spec.commandLine();
    }

    private PrintWriter out() {
        return commandLine().getOut();
    }

    private PrintWriter err() {
        return commandLine().getErr();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(commandLine(), message);
    }
}
