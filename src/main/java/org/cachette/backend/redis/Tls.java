package org.cachette.backend.redis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.cachette.backend.Problems;
import org.jspecify.annotations.Nullable;

/** Whose certificates are trusted. */
final class Tls {

    private Tls() {}

    /** Sockets that trust the authorities in a PEM file; without one, those that the JDK trusts. */
    static SSLSocketFactory sockets(@Nullable String file, String setting, Problems problems) {
        if (file != null) {
            try {
                return trusting(Path.of(file));
            } catch (IOException | GeneralSecurityException | RuntimeException e) {
                problems.wrong(setting, file, "a file of certificates in PEM form (" + e + ")");
            }
        }
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    private static SSLSocketFactory trusting(Path file) throws IOException, GeneralSecurityException {
        KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
        authorities.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            int number = 0;
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                authorities.setCertificateEntry("authority-" + number++, one);
            }
            if (number == 0) {
                throw new GeneralSecurityException("no certificate in it");
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }
}
