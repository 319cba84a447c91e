package org.cachette.samples.gateway;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.InputStream;

/** What JAX-RS is not shown of a request while it looks for a method to call. */
@RequestScoped
public class Received {

    private String method = "GET";
    private MultivaluedMap<String, String> hidden = new MultivaluedHashMap<>();
    private InputStream content = InputStream.nullInputStream();

    String method() {
        return method;
    }

    MultivaluedMap<String, String> hidden() {
        return hidden;
    }

    InputStream content() {
        return content;
    }

    void setMethod(String method) {
        this.method = method;
    }

    void setContent(InputStream content) {
        this.content = content;
    }
}
