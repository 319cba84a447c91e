package org.cachette.backend.database;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Where the connections of a persistence unit come from: its provider, which knows the unit's data source or has a pool
 * of its own. Used by threads that have no transaction, so that no connection is part of one.
 */
interface ConnectionSource {

    /** The name of the persistence unit. Two sources of one unit are equal. */
    String unit();

    /** A connection that nobody else uses. */
    Opened open() throws SQLException;

    /** A connection that was opened here. */
    interface Opened {

        Connection connection();

        /** Gives it back; a broken one is not to be used again. */
        void giveBack(boolean broken) throws SQLException;
    }

    /**
     * That of a factory's provider. To be called where the application's own code runs, since some servers find the
     * persistence unit by who asks.
     */
    static ConnectionSource of(EntityManagerFactory factory) {
        if (isThere("org.hibernate.SessionFactory") && HibernateSource.isOf(factory)) {
            return HibernateSource.of(factory);
        }
        if (isThere("org.eclipse.persistence.sessions.server.ServerSession") && EclipseLinkSource.isOf(factory)) {
            return EclipseLinkSource.of(factory);
        }
        throw new IllegalStateException("the EntityManagerFactory " + factory + " is of a provider that Cachette does"
                + " not know: expected Hibernate ORM (6.6 or 7) or EclipseLink (4 or 5)");
    }

    private static boolean isThere(String className) {
        try {
            Class.forName(className, false, ConnectionSource.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
