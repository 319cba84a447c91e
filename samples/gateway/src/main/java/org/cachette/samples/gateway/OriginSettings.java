package org.cachette.samples.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where the origin is, and how long it may take: {@code ORIGIN} and {@code ORIGIN_TIMEOUT}. */
@ApplicationScoped
public class OriginSettings {

    private final URI origin;
    private final Duration timeout;

    /** @throws IllegalStateException when {@code ORIGIN} is missing, or a value is wrong */
    public OriginSettings() {
        Config config = ConfigProvider.getConfig();
        String url = config.getOptionalValue("ORIGIN", String.class).orElse("");
        if (!url.matches("https?://[^/?#]+/*")) {
            throw new IllegalStateException("ORIGIN is \"" + url
                    + "\": expected the address of the server to stand before, such as http://127.0.0.1:8081");
        }
        origin = URI.create(url.replaceFirst("/+$", ""));
        Optional<String> seconds = config.getOptionalValue("ORIGIN_TIMEOUT", String.class);
        if (!seconds.orElse("1").matches("[1-9][0-9]{0,8}")) {
            throw new IllegalStateException(
                    "ORIGIN_TIMEOUT is \"" + seconds.get() + "\": expected whole seconds, such as 30");
        }
        timeout = Duration.ofSeconds(Long.parseLong(seconds.orElse("30")));
    }

    /** The same path and query there, letter by letter. */
    URI target(URI uri) {
        String query = uri.getRawQuery();
        return URI.create(origin + uri.getRawPath() + (query == null ? "" : "?" + query));
    }

    /** How long until the head of an answer must be there. */
    Duration timeout() {
        return timeout;
    }
}
