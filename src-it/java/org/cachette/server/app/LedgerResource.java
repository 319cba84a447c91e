package org.cachette.server.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;

/** What a visitor sees of a {@link Ledger}. */
@Path("/ledger")
@RequestScoped
public class LedgerResource {

    @Inject
    Ledger ledger;

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String sum() throws SQLException {
        return ledger.sum();
    }

    @POST
    @Produces(MediaType.TEXT_PLAIN)
    public Response pay(@QueryParam("amount") int amount, @QueryParam("failing") boolean failing) throws SQLException {
        try {
            ledger.pay(amount, failing);
            return Response.noContent().build();
        } catch (IllegalStateException e) {
            return Response.status(Response.Status.CONFLICT).build();
        }
    }

    /** Pays inside a transaction that goes on, and tells the sum as the payer sees it meanwhile. */
    @POST
    @Path("/around")
    @Transactional
    @Produces(MediaType.TEXT_PLAIN)
    public String around(@QueryParam("amount") int amount) throws SQLException {
        ledger.pay(amount, false);
        return ledger.sum();
    }
}
