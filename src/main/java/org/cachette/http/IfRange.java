package org.cachette.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether a part fits what the client already has (RFC 9110 section 13.1.5). */
final class IfRange {

    private IfRange() {}

    /** Whether the request has no {@code If-Range}, or one that names this very response. */
    static boolean holds(RequestHead request, StoredResponse stored) {
        List<String> lines = request.lines("If-Range");
        if (lines.isEmpty()) {
            return true;
        }
        if (lines.size() > 1) {
            return false;
        }
        String text = lines.get(0);
        Optional<EntityTag> wanted = EntityTag.parse(text);
        if (wanted.isPresent()) {
            return stored.field("ETag")
                    .flatMap(EntityTag::parse)
                    .filter(wanted.get()::strongMatches)
                    .isPresent();
        }
        Optional<Instant> modified = date(stored, "Last-Modified");
        return modified.isPresent() && modified.equals(HttpDates.parse(text)) && isStrong(modified.get(), stored);
    }

    /** A date is strong if the response was made at least a second later (RFC 9110 section 8.8.2.2). */
    private static boolean isStrong(Instant modified, StoredResponse stored) {
        Instant made = date(stored, "Date").orElse(stored.storedAt());
        return !made.isBefore(modified.plusSeconds(1));
    }

    private static Optional<Instant> date(StoredResponse stored, String name) {
        return stored.field(name).flatMap(HttpDates::parse);
    }
}
