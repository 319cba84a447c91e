package org.cachette.backend.database;

import org.junit.jupiter.api.Tag;

@Tag("ee11")
final class HibernateH2IT extends DatabaseContract {

    HibernateH2IT() {
        super(Unit.Provider.HIBERNATE, null);
    }
}
