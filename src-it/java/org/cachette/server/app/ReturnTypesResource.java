package org.cachette.server.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import org.cachette.annotation.CachePage;

/** A method for each type that is returned at once. */
@Path("/returns")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class ReturnTypesResource {

    @Inject
    Calls calls;

    @GET
    @Path("/string")
    @CachePage(60)
    public String string() {
        return calls.answer("string");
    }

    @GET
    @Path("/pojo")
    @Produces(MediaType.APPLICATION_JSON)
    @CachePage(60)
    public Topic pojo() {
        return new Topic("Ünïcode", calls.next("pojo"));
    }

    @GET
    @Path("/response/{status}")
    @CachePage(60)
    public Response response(@PathParam("status") int status) {
        return Response.status(status)
                .header("X-Status", status)
                .entity(calls.answer("response " + status))
                .build();
    }

    @GET
    @Path("/int")
    @CachePage(60)
    public int number() {
        return calls.next("int");
    }

    /** True in every second call. */
    @GET
    @Path("/boolean")
    @CachePage(60)
    public boolean flag() {
        return calls.next("boolean") % 2 == 0;
    }

    @GET
    @Path("/stream")
    @CachePage(60)
    public StreamingOutput stream() {
        byte[] answer = calls.answer("stream").getBytes(StandardCharsets.UTF_8);
        return output -> {
            for (byte part : answer) {
                output.write(part);
            }
        };
    }

    /** Every value that a byte can have, and the number of the call. */
    @GET
    @Path("/bytes")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @CachePage(60)
    public byte[] bytes() {
        byte[] bytes = new byte[257];
        for (int i = 0; i < 256; i++) {
            bytes[i] = (byte) i;
        }
        bytes[256] = (byte) calls.next("bytes");
        return bytes;
    }

    @GET
    @Path("/nothing")
    @CachePage(60)
    public Response nothing() {
        return Response.noContent().header("X-Call", calls.next("nothing")).build();
    }

    @GET
    @Path("/same")
    @CachePage(60)
    public String same() {
        return "always the same";
    }

    /** Nothing to cache here: a {@code void} method under {@code @CachePage} would not be deployed. */
    @GET
    @Path("/void")
    public void nothingAtAll() {
        calls.next("void");
    }
}
