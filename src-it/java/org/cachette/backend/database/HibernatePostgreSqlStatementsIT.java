package org.cachette.backend.database;

import java.sql.SQLException;

/** See {@link StatementsContract}. */
final class HibernatePostgreSqlStatementsIT extends StatementsContract {

    HibernatePostgreSqlStatementsIT() throws SQLException {
        super(Unit.Provider.HIBERNATE, DatabaseServer.Kind.POSTGRESQL);
    }
}
