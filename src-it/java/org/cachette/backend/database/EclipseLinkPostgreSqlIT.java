package org.cachette.backend.database;

import org.junit.jupiter.api.Tag;

@Tag("ee11")
final class EclipseLinkPostgreSqlIT extends DatabaseContract {

    EclipseLinkPostgreSqlIT() {
        super(Unit.Provider.ECLIPSELINK, DatabaseServer.Kind.POSTGRESQL);
    }
}
