package org.cachette.backend.database;

final class EclipseLinkMariaDbOutageIT extends DatabaseOutageContract {

    EclipseLinkMariaDbOutageIT() {
        super(Unit.Provider.ECLIPSELINK, DatabaseServer.Kind.MARIADB);
    }
}
