package org.cachette.config;

/**
 * Who is told in {@code Cache-Status} (RFC 9211) what became of a request.
 *
 * @param sent to whom
 * @param secret that a request has to name, where not all are told; else empty
 * @param key whether the key of the entry is told too
 */
public record StatusSettings(Sent sent, String secret, boolean key) {

    /** To whom it is sent. */
    public enum Sent {
        /** To nobody. */
        NEVER,
        /** To everybody. */
        ALWAYS,
        /** To whoever names the secret. */
        DEBUG
    }

    /** Nobody is told. */
    public static final StatusSettings NEVER = new StatusSettings(Sent.NEVER, "", false);

    /** Everybody is told, but not the key. */
    public static final StatusSettings ALWAYS = new StatusSettings(Sent.ALWAYS, "", false);

    /** Without the secret. */
    @Override
    public String toString() {
        return "StatusSettings[" + sent + (key ? ", with the key]" : "]");
    }
}
