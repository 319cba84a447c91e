package org.cachette.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cachette.Cache;
import org.cachette.CacheException;
import org.cachette.backend.ServerProcess;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** Users, passwords and encrypted connections. */
final class RedisAccessIT {

    @TempDir
    Path folder = Path.of("");

    private static void assertUse(NamedCaches caches) {
        try (caches) {
            Cache cache = caches.getDefault();
            cache.set("key", "value");
            assertThat(cache.get("key")).contains("value");
        }
    }

    private static void assertFailure(NamedCaches caches, String... words) {
        try (caches) {
            assertThatThrownBy(() -> caches.getDefault().get("key"))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContainingAll(words)
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void aPasswordComesFromTheUrlOrTheOptions() {
        try (RedisServer server = RedisServer.started("--requirepass", "secret, @word:")) {
            assertUse(TestCaches.on(server.address(), "options.password", "secret, @word:", "on-error", "throw"));
            assertUse(TestCaches.on("redis://:secret%2C%20%40word%3A@" + server.address(), "on-error", "throw"));
            assertFailure(TestCaches.on(server.address(), "on-error", "throw"), server.address(), "NOAUTH");
            assertFailure(
                    TestCaches.on("redis://:secret@" + server.address(), "on-error", "throw"),
                    server.address(),
                    "WRONGPASS");
        }
    }

    @Test
    void aUserHasToBeLetIn() {
        try (RedisServer server = RedisServer.started()) {
            try (Jedis jedis = server.client()) {
                jedis.aclSetUser("writer", "on", ">secret", "~:*", "&*", "+@all");
            }
            assertUse(TestCaches.on("redis://writer:secret@" + server.address(), "on-error", "throw"));
            assertUse(TestCaches.on(
                    server.address(), "options.user", "writer", "options.password", "secret", "on-error", "throw"));
            assertFailure(
                    TestCaches.on("redis://reader:secret@" + server.address(), "on-error", "throw"), server.address());
        }
    }

    @Test
    void anEncryptedConnectionNeedsACertificateOfAKnownAuthorityForThatHost() {
        certificate("good", "IP:127.0.0.1");
        certificate("other", "DNS:elsewhere.example");
        try (RedisServer good = encrypted("good");
                RedisServer other = encrypted("other")) {
            String authority = folder.resolve("good.crt").toString();

            assertUse(TestCaches.on("rediss://" + good.address(), "options.tls-ca", authority, "on-error", "throw"));
            assertUse(TestCaches.on(
                    good.address(), "options.tls", "true", "options.tls-ca", authority, "on-error", "throw"));
            assertFailure(TestCaches.on("rediss://" + good.address(), "on-error", "throw"), good.address());
            assertFailure(
                    TestCaches.on(
                            "rediss://" + other.address(),
                            "options.tls-ca",
                            folder.resolve("other.crt").toString(),
                            "on-error",
                            "throw"),
                    other.address());
        }
    }

    private RedisServer encrypted(String name) {
        RedisServer server = RedisServer.encrypted(
                "--tls-cert-file",
                folder.resolve(name + ".crt").toString(),
                "--tls-key-file",
                folder.resolve(name + ".key").toString(),
                "--tls-ca-cert-file",
                folder.resolve(name + ".crt").toString(),
                "--tls-auth-clients",
                "no");
        server.start();
        return server;
    }

    private void certificate(String name, String host) {
        run(List.of(
                ServerProcess.program("openssl", "openssl"),
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=" + name,
                "-addext",
                "subjectAltName=" + host,
                "-keyout",
                folder.resolve(name + ".key").toString(),
                "-out",
                folder.resolve(name + ".crt").toString()));
    }

    private static void run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void caFilesThatAreNoneAreAnErrorAtDeployment() throws IOException {
        Path file = Files.writeString(folder.resolve("empty.pem"), "nothing");

        assertThatThrownBy(() -> TestCaches.on("rediss://127.0.0.1", "options.tls-ca", file.toString()))
                .hasMessageContaining("cachette.caches.default.options.tls-ca is \"" + file
                        + "\": expected a file of certificates in PEM form");
    }
}
