package org.cachette.backend.database;

import java.sql.SQLException;

/** See {@link StatementsContract}. */
final class HibernateMariaDbStatementsIT extends StatementsContract {

    HibernateMariaDbStatementsIT() throws SQLException {
        super(Unit.Provider.HIBERNATE, DatabaseServer.Kind.MARIADB);
    }
}
