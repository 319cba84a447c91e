package org.cachette.backend.database;

import java.sql.SQLException;

/** See {@link StatementsContract}. */
final class HibernateH2StatementsIT extends StatementsContract {

    HibernateH2StatementsIT() throws SQLException {
        super(Unit.Provider.HIBERNATE, null);
    }
}
