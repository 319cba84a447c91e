package org.cachette.backend.database;

final class HibernatePostgreSqlOutageIT extends DatabaseOutageContract {

    HibernatePostgreSqlOutageIT() {
        super(Unit.Provider.HIBERNATE, DatabaseServer.Kind.POSTGRESQL);
    }
}
