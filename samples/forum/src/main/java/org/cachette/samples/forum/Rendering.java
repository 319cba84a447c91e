package org.cachette.samples.forum;

import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A page in the making: where its site is, since when it is made, and for whom: the value of the cookie, or nothing. */
public record Rendering(String base, long begun, String cookie) {

    private static final Pattern COUNTED = Pattern.compile("data-counted=\"([^\"]+)\"");

    /** The first thing a page does, so that the footer counts all of its work. */
    static Rendering begin(UriInfo uri) {
        return begin(uri, null);
    }

    static Rendering begin(UriInfo uri, @Nullable String cookie) {
        return new Rendering(uri.getBaseUri().getRawPath(), System.nanoTime(), Objects.requireNonNullElse(cookie, ""));
    }

    /** How old the count of new messages is, which is a fragment and may have been kept. */
    public String age(String fragment) {
        Matcher counted = COUNTED.matcher(fragment);
        return counted.find()
                ? "New messages counted "
                        + Duration.between(Instant.parse(counted.group(1)), Instant.now())
                                .toSeconds() + " s ago"
                : "New messages not counted";
    }

    /** Tells a page that was made for this request from one that was kept. */
    public String footer() {
        return "rendered at " + Instant.now() + " in " + (System.nanoTime() - begun) / 1_000_000 + " ms";
    }
}
