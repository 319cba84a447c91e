package org.cachette.server.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cachette.annotation.CachePage;

/** A resource whose method runs in a transaction. */
@Path("/transactional")
@RequestScoped
public class TransactionalResource {

    @Inject
    Calls calls;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @CachePage(60)
    @Transactional
    public String answer() {
        return calls.answer("transactional") + ", status " + transaction.getTransactionStatus();
    }
}
