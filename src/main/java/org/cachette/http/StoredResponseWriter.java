package org.cachette.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Writes a stored response: magic, version, status, both instants, the fields, the body. Numbers are unsigned with
 * seven bits a byte, the lowest first; texts are UTF-8 behind their length.
 */
final class StoredResponseWriter {

    static final byte[] MAGIC = {'C', 'c', 'h', 't'};
    static final int VERSION = 1;

    private final ByteArrayOutputStream out;

    private StoredResponseWriter(int size) {
        this.out = new ByteArrayOutputStream(size);
    }

    static byte[] write(StoredResponse response) {
        StoredResponseWriter writer = new StoredResponseWriter(response.body().length + 512);
        writer.out.writeBytes(MAGIC);
        writer.number(VERSION);
        writer.number(response.status());
        writer.instant(response.storedAt());
        writer.instant(response.expiresAt());
        writer.number(response.headers().size());
        for (Map.Entry<String, List<String>> entry : response.headers().entrySet()) {
            writer.text(entry.getKey());
            writer.number(entry.getValue().size());
            entry.getValue().forEach(writer::text);
        }
        writer.bytes(response.body());
        return writer.out.toByteArray();
    }

    /** The sign goes last, so that times before 1970 are short too. */
    private void instant(Instant instant) {
        long seconds = instant.getEpochSecond();
        number((seconds << 1) ^ (seconds >> 63));
        number(instant.getNano());
    }

    private void text(String text) {
        bytes(text.getBytes(UTF_8));
    }

    private void bytes(byte[] bytes) {
        number(bytes.length);
        out.writeBytes(bytes);
    }

    private void number(long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
