package org.cachette.samples.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;

/** Passes content on as it comes, with the origin's {@code Content-Type} and not one that JAX-RS has made up or read. */
@Provider
@ApplicationScoped
public class ContentWriter implements MessageBodyWriter<Content> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Content.class;
    }

    @Override
    public void writeTo(
            Content content,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream client)
            throws IOException {
        headers.remove(HttpHeaders.CONTENT_TYPE);
        if (!content.types().isEmpty()) {
            headers.put(HttpHeaders.CONTENT_TYPE, new ArrayList<>(content.types()));
        }
        try (InputStream bytes = content.bytes()) {
            byte[] piece = new byte[16 * 1024];
            for (int count = read(bytes, piece); count >= 0; count = read(bytes, piece)) {
                client.write(piece, 0, count);
                // Nobody knows when the next piece comes.
                client.flush();
            }
        }
    }

    /** What fails here is the origin. The client gets a 502, or an answer that visibly breaks off. */
    private static int read(InputStream bytes, byte[] piece) throws IOException {
        try {
            return bytes.read(piece);
        } catch (IOException e) {
            throw new ServerErrorException(Response.Status.BAD_GATEWAY, e);
        }
    }
}
