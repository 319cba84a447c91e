package org.cachette.backend.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.cachette.backend.FullDiskContract;
import org.cachette.backend.SmallDisk;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.AfterEach;

/** A table on a full disk. */
final class PostgreSqlFullDiskIT extends FullDiskContract<SmallDisk> {

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    @Override
    protected SmallDisk startedStore() {
        return SmallDisk.of(4);
    }

    @Override
    protected NamedCaches open(SmallDisk disk) {
        DatabaseServer server = DatabaseServer.started(DatabaseServer.Kind.POSTGRESQL);
        opened.push(server);
        try (Sql sql = new Sql(server.url())) {
            Path space = server.folderOf(disk.directory().resolve("space"));
            sql.update("CREATE TABLESPACE small LOCATION '" + space + "'");
            sql.update("ALTER DATABASE postgres SET default_tablespace = small");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        LazyUnit unit = new LazyUnit(() -> Unit.open("primary", Unit.Provider.HIBERNATE, server.url()));
        opened.push(unit);
        return TestCaches.with(new Factories().with(unit), InstantSource.system());
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }
}
