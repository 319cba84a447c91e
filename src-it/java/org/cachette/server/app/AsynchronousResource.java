package org.cachette.server.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.cachette.annotation.CachePage;

/** Methods that answer later, on a thread of the server's executor. */
@Path("/later")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class AsynchronousResource {

    @Inject
    Calls calls;

    @Resource
    ManagedExecutorService executor;

    @GET
    @Path("/stage")
    @CachePage(60)
    public CompletionStage<String> stage() {
        String answer = calls.answer("stage");
        return CompletableFuture.supplyAsync(() -> answer, executor);
    }

    @GET
    @Path("/suspended")
    @CachePage(60)
    public void suspended(@Suspended AsyncResponse response) {
        String answer = calls.answer("suspended");
        executor.execute(() -> response.resume(answer));
    }
}
