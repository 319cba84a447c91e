package org.cachette.backend.database;

import org.junit.jupiter.api.Tag;

@Tag("ee11")
final class EclipseLinkH2IT extends DatabaseContract {

    EclipseLinkH2IT() {
        super(Unit.Provider.ECLIPSELINK, null);
    }
}
