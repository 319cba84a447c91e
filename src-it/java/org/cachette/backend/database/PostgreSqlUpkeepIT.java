package org.cachette.backend.database;

final class PostgreSqlUpkeepIT extends UpkeepContract {

    PostgreSqlUpkeepIT() {
        super(DatabaseServer.Kind.POSTGRESQL);
    }
}
