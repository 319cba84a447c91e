package org.cachette.samples.gateway;

import java.net.URISyntaxException;
import org.glassfish.grizzly.http.server.ErrorPageGenerator;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** What Grizzly itself says of a request that never reached Jersey: its own page shows stack traces. */
class ErrorPage implements ErrorPageGenerator {

    @Override
    public String generate(
            Request request,
            int status,
            @Nullable String reasonPhrase,
            @Nullable String description,
            @Nullable Throwable exception) {
        if (exception != null && exception.getCause() instanceof URISyntaxException) {
            request.getResponse().setStatus(400);
            return "Bad Request";
        }
        return reasonPhrase == null ? "Error" : reasonPhrase;
    }
}
