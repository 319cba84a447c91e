package org.cachette.samples.forum;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Objects;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.VaryOnHeaders;
import org.jspecify.annotations.Nullable;

/** A greeting in the visitor's language, kept once for each {@code Accept-Language}. */
@Path("/greeting")
@RequestScoped
public class GreetingPage {

    private static final Map<String, String> GREETINGS =
            Map.of("en", "Welcome to the forum!", "de", "Willkommen im Forum!", "fr", "Bienvenue sur le forum !");

    @GET
    @Produces("text/plain;charset=UTF-8")
    @CachePage(300)
    @VaryOnHeaders("Accept-Language")
    public Response greeting(@Context HttpHeaders headers, @Context UriInfo uri) {
        Rendering page = Rendering.begin(uri);
        String language = language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return Response.ok(GREETINGS.get(language) + "\n" + page.footer() + "\n")
                .language(language)
                .build();
    }

    /** By RFC 4647's lookup, which heeds the q-values; English for everybody else. */
    private static String language(@Nullable String acceptLanguage) {
        try {
            return Objects.requireNonNullElse(
                    Locale.lookupTag(
                            LanguageRange.parse(Objects.requireNonNullElse(acceptLanguage, "en")), GREETINGS.keySet()),
                    "en");
        } catch (IllegalArgumentException e) {
            return "en";
        }
    }
}
