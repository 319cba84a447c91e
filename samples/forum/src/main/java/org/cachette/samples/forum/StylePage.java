package org.cachette.samples.forum;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import java.util.Objects;
import org.cachette.annotation.CacheControl;

/** The style sheet: nothing to keep here, everything to keep in browsers. */
@Path("/style.css")
@RequestScoped
public class StylePage {

    @GET
    @Produces("text/css;charset=UTF-8")
    @CacheControl(isPublic = true, maxAge = 60 * 60)
    public InputStream style() {
        return Objects.requireNonNull(StylePage.class.getResourceAsStream("style.css"), "style.css");
    }
}
