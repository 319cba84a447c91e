package org.cachette.backend.database;

import org.junit.jupiter.api.Tag;

@Tag("ee11")
final class HibernatePostgreSqlIT extends DatabaseContract {

    HibernatePostgreSqlIT() {
        super(Unit.Provider.HIBERNATE, DatabaseServer.Kind.POSTGRESQL);
    }
}
