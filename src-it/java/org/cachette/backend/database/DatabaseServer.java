package org.cachette.backend.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cachette.backend.LocalServer;
import org.cachette.backend.ServerProcess;

/** A database server of its own, with data of its own, on a free port of the loopback address. */
final class DatabaseServer extends LocalServer {

    private final Kind kind;
    private final String address;

    /** The servers that the tests know. */
    enum Kind {
        POSTGRESQL("jdbc:postgresql://%s/postgres?user=postgres"),
        MARIADB("jdbc:mariadb://%s/test?user=root");

        private final String url;

        Kind(String url) {
            this.url = url;
        }

        /** The URL of the database at an address. */
        String url(String address) {
            return url.formatted(address);
        }

        private List<String> creation(Path folder) {
            return switch (this) {
                case POSTGRESQL ->
                    List.of(postgres("initdb"), "-D", "" + folder, "-A", "trust", "-U", "postgres", "--no-sync");
                case MARIADB ->
                    List.of(
                            ServerProcess.program("mariadb-install-db", "mariadb-server"),
                            "--no-defaults",
                            "--datadir=" + folder,
                            "--auth-root-authentication-method=normal");
            };
        }

        private List<String> serving(Path folder, int port) {
            return switch (this) {
                case POSTGRESQL ->
                    List.of(
                            postgres("postgres"),
                            "-D",
                            "" + folder,
                            "-p",
                            "" + port,
                            "-c",
                            "listen_addresses=127.0.0.1",
                            "-c",
                            "unix_socket_directories=",
                            "-c",
                            "fsync=off");
                case MARIADB ->
                    List.of(
                            ServerProcess.program("mariadbd", "mariadb-server"),
                            "--no-defaults",
                            "--datadir=" + folder,
                            "--bind-address=127.0.0.1",
                            "--port=" + port,
                            "--socket=" + folder.resolve("socket"),
                            "--pid-file=" + folder.resolve("pid"),
                            "--innodb-flush-log-at-trx-commit=0");
            };
        }

        private static String postgres(String program) {
            try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
                return versions.map(version -> "" + version.resolve("bin").resolve(program))
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
            } catch (IOException e) {
                return ServerProcess.program(program, "postgresql");
            }
        }
    }

    private DatabaseServer(Kind kind, Path folder, int port) {
        super(folder, asUserOf(kind, kind.serving(folder, port)));
        this.kind = kind;
        this.address = "127.0.0.1:" + port;
    }

    /** With data, not started. */
    static DatabaseServer of(Kind kind) {
        Path folder = newFolder("" + kind);
        run(List.of("chown", user(kind), "" + folder));
        run(asUserOf(kind, kind.creation(folder)));
        return new DatabaseServer(kind, folder, ServerProcess.freePort());
    }

    static DatabaseServer started(Kind kind) {
        DatabaseServer server = of(kind);
        server.start();
        return server;
    }

    /** Made, and the server's own. */
    Path folderOf(Path path) {
        try {
            Files.createDirectory(path);
            run(List.of("chown", user(kind), "" + path));
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String user(Kind kind) {
        return kind == Kind.POSTGRESQL ? "postgres" : "mysql";
    }

    /** PostgreSQL and MariaDB do not run as root. */
    private static List<String> asUserOf(Kind kind, List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        List<String> whole =
                new ArrayList<>(List.of("setpriv", "--reuid", user(kind), "--regid", user(kind), "--clear-groups"));
        whole.addAll(command);
        return whole;
    }

    private static void run(List<String> command) {
        try {
            int status = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (status != 0 && !command.contains("chown")) {
                throw new AssertionError(command + " ended with " + status);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    String url() {
        return kind.url(address);
    }

    @Override
    protected boolean answers() throws SQLException {
        DriverManager.getConnection(url()).close();
        return true;
    }

    @Override
    public String address() {
        return address;
    }
}
