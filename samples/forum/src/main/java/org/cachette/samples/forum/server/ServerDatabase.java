package org.cachette.samples.forum.server;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.cachette.samples.forum.data.Database;

/** The server's default data source, with the server's transactions. */
@ApplicationScoped
public class ServerDatabase implements Database {

    @PersistenceUnit(unitName = "forum")
    private EntityManagerFactory factory;

    @Resource
    private UserTransaction transaction;

    @Override
    public <T> T read(Function<EntityManager, T> query) {
        try (EntityManager entities = factory.createEntityManager()) {
            return query.apply(entities);
        }
    }

    @Override
    public void write(Consumer<EntityManager> work) {
        try {
            transaction.begin();
            try (EntityManager entities = factory.createEntityManager()) {
                work.accept(entities);
                transaction.commit();
            } finally {
                if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                    transaction.rollback();
                }
            }
        } catch (NotSupportedException
                | SystemException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException e) {
            throw new PersistenceException("The forum's transaction failed", e);
        }
    }
}
