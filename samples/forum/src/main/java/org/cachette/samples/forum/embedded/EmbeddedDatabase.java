package org.cachette.samples.forum.embedded;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.cachette.samples.forum.data.Database;
import org.h2.jdbcx.JdbcConnectionPool;

/** H2 in memory, through Hibernate with local transactions. Stands in for the server's database wherever both are. */
@Alternative
@Priority(1)
@ApplicationScoped
public class EmbeddedDatabase implements Database {

    /** H2 would keep the results of some queries itself: here each one is answered from the tables. */
    private static final String URL = "jdbc:h2:mem:forum;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE";

    private JdbcConnectionPool connections;
    private EntityManagerFactory factory;

    @PostConstruct
    void open() {
        connections = JdbcConnectionPool.create(URL, "sa", "");
        connections.setMaxConnections(64);
        factory = Persistence.createEntityManagerFactory(
                "forum", Map.of("jakarta.persistence.nonJtaDataSource", connections));
    }

    @PreDestroy
    void close() {
        factory.close();
        connections.dispose();
    }

    @Override
    public <T> T read(Function<EntityManager, T> query) {
        try (EntityManager entities = factory.createEntityManager()) {
            return query.apply(entities);
        }
    }

    @Override
    public void write(Consumer<EntityManager> work) {
        try (EntityManager entities = factory.createEntityManager()) {
            EntityTransaction transaction = entities.getTransaction();
            transaction.begin();
            try {
                work.accept(entities);
                transaction.commit();
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        }
    }
}
