package org.cachette.samples.forum;

import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;

/** A page in the making: where its site is, and since when it is made. */
public record Rendering(String base, long begun) {

    /** The first thing a page does, so that the footer counts all of its work. */
    static Rendering begin(UriInfo uri) {
        return new Rendering(uri.getBaseUri().getRawPath(), System.nanoTime());
    }

    /** Tells a page that was made for this request from one that was kept. */
    public String footer() {
        return "rendered at " + Instant.now() + " in " + (System.nanoTime() - begun) / 1_000_000 + " ms";
    }
}
