package org.cachette.backend.database;

final class HibernateMariaDbOutageIT extends DatabaseOutageContract {

    HibernateMariaDbOutageIT() {
        super(Unit.Provider.HIBERNATE, DatabaseServer.Kind.MARIADB);
    }
}
