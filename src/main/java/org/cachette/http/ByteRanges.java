package org.cachette.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The byte ranges that a request asks for, of content of a known length (RFC 9110 section 14.1.2). Immutable.
 *
 * @param ranges those that can be satisfied, in the order asked; none to be given when there is an objection
 * @param objection why the field is to be ignored; null when it counts
 */
record ByteRanges(List<Range> ranges, @Nullable String objection) {

    /** Most ranges that are answered at once. */
    static final int MOST = 16;

    private static final int SMALL = 1024;
    private static final int MOST_SMALL_UNORDERED = 2;
    private static final int MOST_OVERLAPPING = 2;

    /** Part of the content: from its first to its last byte, both included. */
    record Range(int first, int last) {

        int length() {
            return last - first + 1;
        }

        boolean overlaps(Range other) {
            return first <= other.last && other.first <= last;
        }
    }

    ByteRanges {
        ranges = List.copyOf(ranges);
    }

    static ByteRanges of(List<String> lines, int length) {
        if (lines.size() != 1) {
            return ignored("there is more than one Range field");
        }
        String text = lines.get(0).trim();
        int equals = text.indexOf('=');
        if (equals < 0 || !text.substring(0, equals).equalsIgnoreCase("bytes")) {
            return ignored("the unit of the range is not bytes");
        }
        List<Range> found = new ArrayList<>();
        List<String> members = Tokens.members(List.of(text.substring(equals + 1)));
        if (members.isEmpty() || members.size() > MOST) {
            return ignored(members.isEmpty() ? "the Range has no ranges" : "more than " + MOST + " ranges");
        }
        for (String member : members) {
            if (!ByteRangeScanner.read(member, length, found)) {
                return ignored("the Range is malformed");
            }
        }
        String wasteful = wasteful(found, length);
        return wasteful == null ? new ByteRanges(found, null) : ignored(wasteful);
    }

    /** RFC 9110 section 14.2: what asks for much work, and no client needs. */
    private static @Nullable String wasteful(List<Range> ranges, int length) {
        int overlapping = 0;
        int smallUnordered = 0;
        long total = 0;
        for (int i = 0; i < ranges.size(); i++) {
            Range range = ranges.get(i);
            total += range.length();
            if (i > 0
                    && range.length() < SMALL
                    && range.first() < ranges.get(i - 1).first()) {
                smallUnordered++;
            }
            if (ranges.subList(0, i).stream().anyMatch(range::overlaps)) {
                overlapping++;
            }
        }
        if (total > length) {
            return "the ranges are longer than the content";
        }
        if (overlapping >= MOST_OVERLAPPING) {
            return "more than two ranges overlap";
        }
        return smallUnordered > MOST_SMALL_UNORDERED ? "many small ranges without order" : null;
    }

    private static ByteRanges ignored(String why) {
        return new ByteRanges(List.of(), why);
    }
}
