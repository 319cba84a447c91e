package org.cachette.backend.database;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.SessionFactory;
import org.hibernate.engine.jdbc.connections.spi.JdbcConnectionAccess;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** Connections of Hibernate's connection provider. */
record HibernateSource(String unit, SessionFactoryImplementor sessions) implements ConnectionSource {

    static HibernateSource of(EntityManagerFactory factory) {
        Object unit = factory.getProperties().get("hibernate.persistenceUnitName");
        return new HibernateSource(String.valueOf(unit), factory.unwrap(SessionFactoryImplementor.class));
    }

    static boolean isOf(EntityManagerFactory factory) {
        try {
            factory.unwrap(SessionFactory.class);
            return true;
        } catch (PersistenceException e) {
            return false;
        }
    }

    @Override
    public Opened open() throws SQLException {
        JdbcConnectionAccess access = sessions.getJdbcServices().getBootstrapJdbcConnectionAccess();
        Connection connection = access.obtainConnection();
        return new Opened() {
            @Override
            public Connection connection() {
                return connection;
            }

            @Override
            public void giveBack(boolean broken) throws SQLException {
                access.releaseConnection(connection);
            }
        };
    }
}
