package org.cachette.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code If-None-Match} or {@code If-Match} asks for (RFC 9110 section 13.1). Immutable.
 *
 * @param any whether the value is {@code *}, and nothing else
 * @param tags the well-formed tags in order; members that are none are left out
 */
public record EntityTags(boolean any, List<EntityTag> tags) {

    /** Keeps a copy of the list. */
    public EntityTags {
        tags = List.copyOf(tags);
    }

    /** Whether one of the tags matches by weak comparison. */
    public boolean weakMatches(EntityTag tag) {
        return tags.stream().anyMatch(tag::weakMatches);
    }

    /** Whether one of the tags matches by strong comparison. */
    public boolean strongMatches(EntityTag tag) {
        return tags.stream().anyMatch(tag::strongMatches);
    }

    static EntityTags parse(List<String> lines) {
        if (lines.size() == 1 && lines.get(0).trim().equals("*")) {
            return new EntityTags(true, List.of());
        }
        List<EntityTag> tags = new ArrayList<>();
        for (String line : lines) {
            readLine(line, tags);
        }
        return new EntityTags(false, tags);
    }

    static Optional<EntityTag> parseOne(String value) {
        String text = value.trim();
        int end = endOfTag(text, 0);
        return end == text.length() && end > 0 ? Optional.of(tag(text)) : Optional.empty();
    }

    private static void readLine(String line, List<EntityTag> tags) {
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == ' ' || c == '\t' || c == ',') {
                at++;
                continue;
            }
            int end = endOfTag(line, at);
            int comma = line.indexOf(',', Math.max(at, end));
            int next = comma < 0 ? line.length() : comma;
            if (end > 0 && line.substring(end, next).isBlank()) {
                tags.add(tag(line.substring(at, end)));
            }
            at = next;
        }
    }

    private static EntityTag tag(String text) {
        boolean weak = text.startsWith("W/");
        return new EntityTag(text.substring(weak ? 3 : 1, text.length() - 1), weak);
    }

    /** The place behind the tag that begins here; -1 when none does. */
    private static int endOfTag(String text, int start) {
        int open = text.startsWith("W/", start) ? start + 2 : start;
        if (open >= text.length() || text.charAt(open) != '"') {
            return -1;
        }
        int at = open + 1;
        while (at < text.length() && EntityTag.isTagChar(text.charAt(at))) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '"' ? at + 1 : -1;
    }
}
