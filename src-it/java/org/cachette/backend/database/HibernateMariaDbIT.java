package org.cachette.backend.database;

import org.junit.jupiter.api.Tag;

@Tag("ee11")
final class HibernateMariaDbIT extends DatabaseContract {

    HibernateMariaDbIT() {
        super(Unit.Provider.HIBERNATE, DatabaseServer.Kind.MARIADB);
    }
}
