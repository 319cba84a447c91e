package org.cachette.http;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A whole response as a cache keeps it (RFC 9111 section 3). Immutable, as long as nobody alters the array of the
 * body, which is handed over and out without copying.
 */
public final class StoredResponse {

    private static final int OVERHEAD = 256;
    private static final int OVERHEAD_OF_TEXT = 64;

    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final Instant storedAt;
    private final Instant expiresAt;
    private final CacheDirectives directives;
    private final VaryFields vary;
    private final boolean inGroups;

    /** Asked for with each use, and always the same. */
    private @Nullable Ruled ruled;

    private @Nullable Map<String, List<String>> headersOfNotModified;

    /** What rules the response for a cache that obeys those targeted fields. */
    private record Ruled(List<String> targets, EffectiveControl control) {}

    /**
     * Keeps a copy of the headers, and the body as it is: the caller gives the array away.
     *
     * @param storedAt when the response was stored
     * @param expiresAt when the entry ends
     * @throws IllegalArgumentException if the status does not have three digits
     */
    public StoredResponse(
            int status, Map<String, List<String>> headers, byte[] body, Instant storedAt, Instant expiresAt) {
        if (status < 100 || status > 999) {
            throw new IllegalArgumentException("The status is " + status + ": expected 100 to 999");
        }
        this.status = status;
        this.headers = Headers.unmodifiableCopy(headers);
        this.body = Objects.requireNonNull(body, "body");
        this.storedAt = Objects.requireNonNull(storedAt, "storedAt");
        this.expiresAt = Objects.requireNonNull(expiresAt, "expiresAt");
        this.directives = CacheDirectives.parse(lines("Cache-Control"));
        this.vary = VaryFields.parse(lines("Vary"));
        this.inGroups = this.headers.containsKey("Cache-Groups");
    }

    /**
     * The response that {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException if the bytes are cut, foreign or of another version
     */
    public static StoredResponse fromBytes(byte[] bytes) {
        return new StoredResponseReader(bytes).read();
    }

    /** This response in a compact format of its own, to be read by {@link #fromBytes}. */
    public byte[] toBytes() {
        return StoredResponseWriter.write(this);
    }

    /** The status code. */
    public int status() {
        return status;
    }

    /** The fields; can't be changed, finds names without regard to case. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** The fields that are in a 304 in its place, as {@link Preconditions#isInNotModified} says; can't be changed either. */
    public Map<String, List<String>> headersOfNotModified() {
        Map<String, List<String>> known = headersOfNotModified;
        if (known == null) {
            Map<String, List<String>> left = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            left.putAll(headers);
            left.keySet().removeIf(name -> !Preconditions.isInNotModified(name));
            known = Collections.unmodifiableMap(left);
            headersOfNotModified = known;
        }
        return known;
    }

    /** The content, empty for none. The array itself, not a copy: never to be altered. */
    public byte[] body() {
        return body;
    }

    /** When the response was stored. */
    public Instant storedAt() {
        return storedAt;
    }

    /** When the entry ends. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** The lines of a field in order; empty when the response does not have it. */
    public List<String> lines(String name) {
        return Headers.lines(headers, name);
    }

    /** The lines of a field joined by {@code ", "} (RFC 9110 section 5.3); empty when the response does not have it. */
    public Optional<String> field(String name) {
        return Headers.field(headers, name);
    }

    /** The directives of {@code Cache-Control}; none when it is absent. */
    public CacheDirectives directives() {
        return directives;
    }

    /** What {@link EffectiveControl#of(StoredResponse, List)} gives. */
    EffectiveControl control(List<String> targets) {
        Ruled known = ruled;
        if (known == null || !known.targets().equals(targets)) {
            known = new Ruled(targets, EffectiveControl.of(headers, targets, () -> directives));
            ruled = known;
        }
        return known.control();
    }

    /** The fields named by {@code Vary}; none when it is absent. */
    public VaryFields vary() {
        return vary;
    }

    /** Whether it says that it is in groups (RFC 9875). */
    public boolean isInGroups() {
        return inGroups;
    }

    /** About how many bytes of memory this takes: body, headers and what holds them. */
    public int weight() {
        long weight = (long) OVERHEAD + body.length;
        for (Map.Entry<String, List<String>> entry : headers.entrySet()) {
            weight += OVERHEAD_OF_TEXT + entry.getKey().length();
            for (String line : entry.getValue()) {
                weight += OVERHEAD_OF_TEXT + line.length();
            }
        }
        return (int) Math.min(weight, Integer.MAX_VALUE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredResponse that
                && status == that.status
                && storedAt.equals(that.storedAt)
                && expiresAt.equals(that.expiresAt)
                && headers.equals(that.headers)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        // Without the headers: names that differ in case only are equal, and their hashes are not.
        return Objects.hash(status, storedAt, expiresAt, Arrays.hashCode(body));
    }

    @Override
    public String toString() {
        return status + ", " + body.length + " bytes, stored " + storedAt + ", expires " + expiresAt;
    }
}
