package org.cachette.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cachette.http.ByteRanges.Range;
import org.cachette.http.RangeAnswer.Slice;

/** Several ranges in one answer: {@code multipart/byteranges} (RFC 9110 section 14.6). */
final class MultipartRanges {

    private MultipartRanges() {}

    static RangeAnswer of(StoredResponse stored, List<Range> ranges) {
        byte[] body = stored.body();
        // Who writes the content can't put its own digest into it, so the boundary is nowhere inside.
        String boundary = EntityTag.of(body).opaque();
        List<Slice> slices = new ArrayList<>();
        String before = "--";
        for (Range range : ranges) {
            slices.add(text(before + boundary + "\r\n" + contentType(stored) + "Content-Range: "
                    + RangeAnswer.contentRange(range, body.length) + "\r\n\r\n"));
            slices.add(new Slice(body, range.first(), range.length()));
            before = "\r\n--";
        }
        slices.add(text("\r\n--" + boundary + "--\r\n"));
        Map<String, List<String>> headers = RangeAnswer.partHeaders(stored);
        long length = slices.stream().mapToLong(Slice::length).sum();
        headers.put("Content-Type", List.of("multipart/byteranges; boundary=" + boundary));
        headers.put("Content-Length", List.of(Long.toString(length)));
        return new RangeAnswer(206, headers, slices, ranges.size() + " ranges");
    }

    private static String contentType(StoredResponse stored) {
        return stored.field("Content-Type")
                .map(type -> "Content-Type: " + Tokens.clean(type) + "\r\n")
                .orElse("");
    }

    private static Slice text(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        return new Slice(bytes, 0, bytes.length);
    }
}
