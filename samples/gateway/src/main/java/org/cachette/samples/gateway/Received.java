package org.cachette.samples.gateway;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.InputStream;
import java.util.function.Supplier;

/**
 * The request as it is to go on. {@code HttpHeaders} would not do: on RESTEasy it does not show what filters have changed,
 * such as conditions by which a kept answer is validated.
 */
@RequestScoped
public class Received {

    private String method = "GET";
    private final MultivaluedMap<String, String> hidden = new MultivaluedHashMap<>();
    private MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
    private Supplier<InputStream> content = InputStream::nullInputStream;

    String method() {
        return method;
    }

    /** The live ones. */
    MultivaluedMap<String, String> headers() {
        return headers;
    }

    /** What JAX-RS is not shown while it looks for a method to call. */
    MultivaluedMap<String, String> hidden() {
        return hidden;
    }

    /** What the cache has read of it to tell requests apart is there again. */
    InputStream content() {
        return content.get();
    }

    void setMethod(String method) {
        this.method = method;
    }

    void setHeaders(MultivaluedMap<String, String> headers) {
        this.headers = headers;
    }

    void setContent(Supplier<InputStream> content) {
        this.content = content;
    }
}
