package org.cachette.page;

import org.cachette.http.RangeAnswer;
import org.cachette.http.RequestHead;
import org.cachette.http.StoredResponse;

/** The ranges of a page that a request asks for (RFC 9110 section 14). */
public final class RequestedPart {

    private RequestedPart() {}

    /** A 206, or a 416, as a response of its own; the whole response where the request asks for that. */
    public static StoredResponse of(StoredResponse stored, RequestHead request) {
        if (request.lines("range").isEmpty()) {
            return stored;
        }
        RangeAnswer answer = RangeAnswer.of(stored, request);
        return answer.status() == stored.status()
                ? stored
                : new StoredResponse(
                        answer.status(), answer.headers(), joined(answer), stored.storedAt(), stored.expiresAt());
    }

    private static byte[] joined(RangeAnswer answer) {
        byte[] body = new byte[Math.toIntExact(answer.length())];
        int at = 0;
        for (RangeAnswer.Slice slice : answer.slices()) {
            System.arraycopy(slice.bytes(), slice.offset(), body, at, slice.length());
            at += slice.length();
        }
        return body;
    }
}
