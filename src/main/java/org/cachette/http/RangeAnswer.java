package org.cachette.http;

import java.util.List;
import java.util.Map;
import org.cachette.http.ByteRanges.Range;

/**
 * What to answer to a request for a part of a stored response (RFC 9110 section 14). Immutable. To be asked after
 * {@link Preconditions}: a 304 goes first.
 *
 * @param status 206 for parts, 416 where there is none of what is asked, and the response's own for the whole
 * @param headers the fields of the answer, a map that finds names without regard to case; the stored ones for the whole
 * @param slices the content of the answer in order
 * @param reason a sentence that says why
 */
public record RangeAnswer(int status, Map<String, List<String>> headers, List<Slice> slices, String reason) {

    /** Keeps a copy of the list. */
    public RangeAnswer {
        slices = List.copyOf(slices);
    }

    /** Consecutive bytes of an array, which is never to be altered. */
    public static final class Slice {

        private final byte[] bytes;
        private final int offset;
        private final int length;

        Slice(byte[] bytes, int offset, int length) {
            this.bytes = bytes;
            this.offset = offset;
            this.length = length;
        }

        /** The array itself, not a copy. */
        public byte[] bytes() {
            return bytes;
        }

        /** Where in the array it begins. */
        public int offset() {
            return offset;
        }

        /** How many bytes it has. */
        public int length() {
            return length;
        }
    }

    /** The answer out of a complete stored response. */
    public static RangeAnswer of(StoredResponse stored, RequestHead request) {
        List<String> lines = request.lines("Range");
        if (lines.isEmpty()) {
            return whole(stored, "the request has no Range");
        }
        if (!request.method().equals("GET")) {
            return whole(stored, "Range is for GET alone");
        }
        if (stored.status() != 200) {
            return whole(stored, "only a 200 has ranges");
        }
        if (!IfRange.holds(request, stored)) {
            return whole(stored, "If-Range names another response");
        }
        int length = stored.body().length;
        ByteRanges wanted = ByteRanges.of(lines, length);
        if (wanted.objection() != null) {
            return whole(stored, wanted.objection());
        }
        List<Range> ranges = wanted.ranges();
        return switch (ranges.size()) {
            case 0 -> unsatisfiable(stored);
            case 1 -> single(stored, ranges.get(0));
            default -> MultipartRanges.of(stored, ranges);
        };
    }

    /** The length of the content. */
    public long length() {
        return slices.stream().mapToLong(Slice::length).sum();
    }

    /** The stored fields without the digest of the content, which is that of the whole (RFC 9530 section 2). */
    static Map<String, List<String>> partHeaders(StoredResponse stored) {
        Map<String, List<String>> headers = Headers.copy(stored.headers());
        headers.remove("Content-Digest");
        headers.remove("Content-MD5");
        return headers;
    }

    static String contentRange(Range range, int length) {
        return "bytes " + range.first() + '-' + range.last() + '/' + length;
    }

    private static RangeAnswer single(StoredResponse stored, Range range) {
        Map<String, List<String>> headers = partHeaders(stored);
        headers.put("Content-Range", List.of(contentRange(range, stored.body().length)));
        headers.put("Content-Length", List.of(Integer.toString(range.length())));
        List<Slice> slices = List.of(new Slice(stored.body(), range.first(), range.length()));
        return new RangeAnswer(206, headers, slices, "one range");
    }

    private static RangeAnswer whole(StoredResponse stored, String reason) {
        byte[] body = stored.body();
        return new RangeAnswer(stored.status(), stored.headers(), List.of(new Slice(body, 0, body.length)), reason);
    }

    /** Nothing that describes the stored response goes with it: caches must not keep a 416 by its max-age. */
    private static RangeAnswer unsatisfiable(StoredResponse stored) {
        int length = stored.body().length;
        if (length == 0) {
            return whole(stored, "there are no ranges of nothing");
        }
        Map<String, List<String>> headers =
                Headers.copy(Map.of("Content-Range", List.of("bytes */" + length), "Content-Length", List.of("0")));
        return new RangeAnswer(416, headers, List.of(), "no range can be satisfied");
    }
}
