package org.cachette.backend.memory;

import org.cachette.backend.Encoded;
import org.cachette.http.StoredResponse;

/** What stored values weigh against {@code options.max-bytes}: what is small and without a length weighs nothing. */
final class Weights {

    private Weights() {}

    static int of(Object stored) {
        if (stored instanceof String text) {
            return text.length();
        }
        if (stored instanceof byte[] bytes) {
            return bytes.length;
        }
        if (stored instanceof StoredResponse response) {
            return response.weight();
        }
        return stored instanceof Encoded encoded ? encoded.bytes().length : 0;
    }
}
