package org.cachette.backend.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks for a cache's table and creates it, over one connection that commits by itself. */
record TableCreation(Connection connection, Dialect dialect, TableName name) {

    /**
     * True when there is a cache's table of that name.
     *
     * @throws SQLException also when there is a table of that name that is not for a cache
     */
    boolean exists() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TableSql.probe(dialect, name))) {
            statement.executeQuery().close();
            return true;
        } catch (SQLException e) {
            if (Failure.of(e) == Failure.NO_TABLE) {
                return false;
            }
            throw Failure.of(e) == Failure.OTHER ? notForACache(e) : e;
        }
    }

    private SQLException notForACache(SQLException e) {
        return new SQLException(
                "the table " + name.text() + " cannot be read as that of a cache: expected the columns cache_key,"
                        + " cache_value and expires (" + e.getMessage() + ")",
                e.getSQLState(),
                e);
    }

    /** All or nothing, where the database can do that. False when another process was faster. */
    boolean create() throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String sql : dialect.creation(name)) {
                statement.execute(sql);
            }
            connection.commit();
            return true;
        } catch (SQLException e) {
            connection.rollback();
            connection.setAutoCommit(true);
            if (!exists()) {
                throw e;
            }
            return false;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
