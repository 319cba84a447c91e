package org.cachette.backend.database;

import java.sql.SQLException;

/** See {@link StatementsContract}. */
final class EclipseLinkPostgreSqlStatementsIT extends StatementsContract {

    EclipseLinkPostgreSqlStatementsIT() throws SQLException {
        super(Unit.Provider.ECLIPSELINK, DatabaseServer.Kind.POSTGRESQL);
    }
}
