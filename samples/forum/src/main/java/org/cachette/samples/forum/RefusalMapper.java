package org.cachette.samples.forum;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Says on a page why a request was refused. */
@Provider
@ApplicationScoped
public class RefusalMapper implements ExceptionMapper<Refusal> {

    @Inject
    Views views;

    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Refusal refusal) {
        Cookie cookie = headers.getCookies().get("member");
        String html = views.html(
                "refusal",
                Rendering.begin(uri, cookie == null ? null : cookie.getValue()),
                Map.of("status", refusal.status().getReasonPhrase(), "reason", refusal.getMessage()));
        return Response.status(refusal.status())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                // Bytes, since RESTEasy would escape a String once more.
                .entity(html.getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
