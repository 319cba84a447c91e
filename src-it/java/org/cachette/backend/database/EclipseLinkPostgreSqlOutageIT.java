package org.cachette.backend.database;

final class EclipseLinkPostgreSqlOutageIT extends DatabaseOutageContract {

    EclipseLinkPostgreSqlOutageIT() {
        super(Unit.Provider.ECLIPSELINK, DatabaseServer.Kind.POSTGRESQL);
    }
}
