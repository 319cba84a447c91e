package org.cachette.server.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.cachette.Cache;
import org.cachette.annotation.CacheName;

/** Stores data of its own and cache entries in one transaction. */
@Path("/notes/{id}")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class NotesResource {

    @Inject
    Cache cache;

    @Inject
    @CacheName("second")
    Cache second;

    @PersistenceContext(unitName = "notes")
    EntityManager entities;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @PathParam("id")
    int id;

    /** Uses every operation of a cache while the caller's transaction has work to do. */
    @PUT
    @Transactional
    public String store(@QueryParam("rollback") boolean rollback) {
        entities.persist(new Note(id));
        entities.flush();
        cache.set("note-" + id, 1L);
        cache.set("other" + id, "value");
        boolean added = cache.add("added" + id, "value");
        long count = cache.incr("note-" + id);
        boolean touched = cache.touch("note-" + id);
        boolean deleted = cache.delete("other" + id);
        second.setMany(Map.of("a" + id, "A", "b" + id, "B"));
        second.deleteMany(List.of("a" + id));
        if (rollback) {
            transaction.setRollbackOnly();
        }
        return "added " + added + ", count " + count + ", touched " + touched + ", deleted " + deleted + ", own "
                + (entities.find(Note.class, id) != null) + ", status " + transaction.getTransactionStatus();
    }

    @GET
    public String show() {
        return "note " + (entities.find(Note.class, id) != null) + ", entries "
                + cache.getMany(List.of("note-" + id, "other" + id, "added" + id))
                        .size() + " and "
                + second.getMany(List.of("a" + id, "b" + id)).size();
    }
}
