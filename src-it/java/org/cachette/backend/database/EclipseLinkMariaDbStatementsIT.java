package org.cachette.backend.database;

import java.sql.SQLException;

/** See {@link StatementsContract}. */
final class EclipseLinkMariaDbStatementsIT extends StatementsContract {

    EclipseLinkMariaDbStatementsIT() throws SQLException {
        super(Unit.Provider.ECLIPSELINK, DatabaseServer.Kind.MARIADB);
    }
}
