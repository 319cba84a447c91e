package org.cachette.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads what {@link StoredResponseWriter} wrote. Each length is checked against what is left, so foreign bytes take no
 * more memory than genuine ones; fields that no server could have sent are refused.
 */
final class StoredResponseReader {

    private final byte[] in;
    private int at;

    StoredResponseReader(byte[] in) {
        this.in = in;
    }

    StoredResponse read() {
        int magic = StoredResponseWriter.MAGIC.length;
        if (in.length < magic || !Arrays.equals(in, 0, magic, StoredResponseWriter.MAGIC, 0, magic)) {
            throw unreadable("it does not begin as one");
        }
        at = magic;
        long version = number();
        if (version != StoredResponseWriter.VERSION) {
            throw unreadable("it has version " + version + " of the format, expected " + StoredResponseWriter.VERSION);
        }
        int status = upTo(999);
        Instant storedAt = instant();
        Instant expiresAt = instant();
        Map<String, List<String>> headers = headers();
        byte[] body = bytes();
        if (at != in.length) {
            throw unreadable("it goes on behind its end");
        }
        return new StoredResponse(status, headers, body, storedAt, expiresAt);
    }

    private Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        int fields = upTo(left());
        for (int i = 0; i < fields; i++) {
            String name = text();
            List<String> lines = new ArrayList<>();
            int count = upTo(left());
            for (int j = 0; j < count; j++) {
                lines.add(text());
            }
            if (!Tokens.isToken(name) || headers.put(name, lines) != null) {
                throw unreadable("it has a field twice, or one without a proper name");
            }
        }
        return headers;
    }

    private Instant instant() {
        long zigzag = number();
        long seconds = (zigzag >>> 1) ^ -(zigzag & 1);
        if (seconds < Instant.MIN.getEpochSecond() || seconds > Instant.MAX.getEpochSecond()) {
            throw unreadable("it has an impossible time");
        }
        return Instant.ofEpochSecond(seconds, upTo(999_999_999));
    }

    private String text() {
        String text = new String(bytes(), UTF_8);
        if (Tokens.hasControls(text)) {
            throw unreadable("it has control characters in a field");
        }
        return text;
    }

    private byte[] bytes() {
        int length = upTo(Integer.MAX_VALUE);
        if (length > left()) {
            throw unreadable("it was cut short");
        }
        at += length;
        return Arrays.copyOfRange(in, at - length, at);
    }

    /** A number no greater than that. */
    private int upTo(int greatest) {
        long number = number();
        if (number < 0 || number > greatest) {
            throw unreadable("it has a number out of range at byte " + at);
        }
        return (int) number;
    }

    private long number() {
        long number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at >= in.length) {
                throw unreadable("it was cut short");
            }
            byte next = in[at++];
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw unreadable("it has a number without end at byte " + at);
    }

    private int left() {
        return in.length - at;
    }

    private static IllegalArgumentException unreadable(String why) {
        return new IllegalArgumentException("Not a stored response that can be read: " + why);
    }
}
