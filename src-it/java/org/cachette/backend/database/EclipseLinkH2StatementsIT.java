package org.cachette.backend.database;

import java.sql.SQLException;

/** See {@link StatementsContract}. */
final class EclipseLinkH2StatementsIT extends StatementsContract {

    EclipseLinkH2StatementsIT() throws SQLException {
        super(Unit.Provider.ECLIPSELINK, null);
    }
}
