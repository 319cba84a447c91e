package org.cachette.backend.database;

final class MariaDbUpkeepIT extends UpkeepContract {

    MariaDbUpkeepIT() {
        super(DatabaseServer.Kind.MARIADB);
    }
}
