package org.cachette.backend.database;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import org.eclipse.persistence.internal.databaseaccess.Accessor;
import org.eclipse.persistence.internal.jpa.EntityManagerFactoryImpl;
import org.eclipse.persistence.jpa.JpaEntityManagerFactory;
import org.eclipse.persistence.sessions.server.ConnectionPool;
import org.eclipse.persistence.sessions.server.ServerSession;

/** Connections of EclipseLink's connection pool. */
record EclipseLinkSource(String unit, ServerSession session) implements ConnectionSource {

    static EclipseLinkSource of(EntityManagerFactory factory) {
        return new EclipseLinkSource(unitOf(factory), factory.unwrap(ServerSession.class));
    }

    static boolean isOf(EntityManagerFactory factory) {
        try {
            factory.unwrap(JpaEntityManagerFactory.class);
            return true;
        } catch (PersistenceException e) {
            return false;
        }
    }

    private static String unitOf(EntityManagerFactory factory) {
        return factory.unwrap(EntityManagerFactoryImpl.class)
                .unwrap()
                .getSetupImpl()
                .getPersistenceUnitInfo()
                .getPersistenceUnitName();
    }

    @Override
    public Opened open() {
        ConnectionPool pool = session.getDefaultConnectionPool();
        Accessor accessor = pool.acquireConnection();
        try {
            accessor.incrementCallCount(session);
            return new Borrowed(pool, accessor);
        } catch (RuntimeException e) {
            accessor.setIsValid(false);
            pool.releaseConnection(accessor);
            throw e;
        }
    }

    private record Borrowed(ConnectionPool pool, Accessor accessor) implements Opened {

        @Override
        public Connection connection() {
            return accessor.getConnection();
        }

        @Override
        public void giveBack(boolean broken) {
            if (broken) {
                accessor.setIsValid(false);
            }
            try {
                accessor.decrementCallCount();
            } finally {
                pool.releaseConnection(accessor);
            }
        }
    }
}
