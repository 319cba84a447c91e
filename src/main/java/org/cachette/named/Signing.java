package org.cachette.named;

import java.util.Optional;
import javax.crypto.SecretKey;
import org.cachette.backend.Backend;
import org.cachette.backend.Encoded;
import org.cachette.backend.Problems;

/** Puts signatures around the backends of an application that has a secret. */
final class Signing {

    private final Optional<Signature> signature;
    private final Problems problems;

    Signing(Optional<SecretKey> key, Problems problems) {
        this.signature = key.map(Signature::new);
        this.problems = problems;
    }

    /**
     * The backend of that cache, signed where its values leave the process. Which they do not where the backend keeps
     * them as they are; any form of its own is a problem, since its entries could not be trusted.
     */
    Backend<?> around(String cache, Backend<?> backend) {
        return signature
                .<Backend<?>>map(signature -> around(cache, backend, signature))
                .orElse(backend);
    }

    private Backend<?> around(String cache, Backend<?> backend, Signature signature) {
        Object form = backend.encode(""); // no serializer is asked for a string
        if (form instanceof Encoded) {
            @SuppressWarnings("unchecked")
            Backend<Encoded> encoding = (Backend<Encoded>) backend;
            return SignedBackend.of(encoding, signature);
        }
        if (!keepsObjects(backend)) {
            problems.add("cachette.serializer.secret is set, but the entries of cache \"" + cache
                    + "\" cannot be signed: expected a backend whose values are of " + Encoded.class.getName()
                    + ", not of " + form.getClass().getName() + " as those of "
                    + backend.getClass().getName());
        }
        return backend;
    }

    private static boolean keepsObjects(Backend<?> backend) {
        try {
            return backend.encode(true).equals(true);
        } catch (RuntimeException e) {
            return false;
        }
    }
}
