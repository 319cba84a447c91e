package org.cachette.backend.database;

import java.sql.SQLException;
import java.time.InstantSource;
import org.cachette.backend.FullDiskContract;
import org.cachette.backend.FullStore;
import org.cachette.named.NamedCaches;

/** A table of a server that is told to take no writes. */
final class MariaDbRefusedWritesIT extends FullDiskContract<MariaDbRefusedWritesIT.ReadOnlyServer> {

    @Override
    protected ReadOnlyServer startedStore() {
        return new ReadOnlyServer();
    }

    @Override
    protected NamedCaches open(ReadOnlyServer server) {
        return TestCaches.with(new Factories().with(server.unit), InstantSource.system());
    }

    /** For all but its administrator. */
    static final class ReadOnlyServer implements FullStore {

        private final DatabaseServer server = DatabaseServer.started(DatabaseServer.Kind.MARIADB);
        private final LazyUnit unit = new LazyUnit(() ->
                Unit.open("primary", Unit.Provider.HIBERNATE, server.url().replace("user=root", "user=application")));

        ReadOnlyServer() {
            update("CREATE USER application@'%'", "GRANT ALL ON test.* TO application@'%'");
        }

        private void update(String... statements) {
            try (Sql sql = new Sql(server.url())) {
                for (String statement : statements) {
                    sql.update(statement);
                }
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void fill() {
            update("SET GLOBAL read_only = 1");
        }

        @Override
        public void free() {
            update("SET GLOBAL read_only = 0");
        }

        @Override
        public void close() {
            unit.close();
            server.close();
        }
    }
}
