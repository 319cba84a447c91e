package org.cachette.backend.database;

import org.junit.jupiter.api.Tag;

@Tag("ee11")
final class EclipseLinkMariaDbIT extends DatabaseContract {

    EclipseLinkMariaDbIT() {
        super(Unit.Provider.ECLIPSELINK, DatabaseServer.Kind.MARIADB);
    }
}
