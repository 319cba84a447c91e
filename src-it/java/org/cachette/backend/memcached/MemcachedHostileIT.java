package org.cachette.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.cachette.Cache;
import org.cachette.backend.HostileContract;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bytes that were put straight into the server. */
final class MemcachedHostileIT extends HostileContract {

    private final MemcachedServer server = MemcachedServer.onTcp("-I", "4m");
    private final NamedCaches caches = TestCaches.on(server.location());
    private final Cache cache = caches.getDefault();
    private final RawMemcached raw = new RawMemcached(server.location());

    @BeforeEach
    void useTheCache() {
        cache.set("fine", "value");
    }

    @AfterEach
    void closeAll() {
        raw.close();
        caches.close();
        server.close();
    }

    @Override
    protected Cache cache() {
        return cache;
    }

    @Override
    protected void plant(String fullKey, byte[] bytes) {
        plant(fullKey, EntryBytes.PLAIN, bytes);
    }

    private void plant(String wireKey, long flags, byte[] item) {
        String text = new String(item, StandardCharsets.ISO_8859_1);
        raw.say("set " + wireKey + " " + flags + " 0 " + item.length + "\r\n" + text + "\r\n", "STORED\r\n");
    }

    @Test
    void randomBytesUnderRandomFlagsAreMisses() {
        Random random = new Random(42);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(2000)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[0] = (byte) "ORN?\0\u00FF".charAt(i % 6);
            }
            plant(":1:key" + i, i % 2 == 0 ? EntryBytes.PLAIN : random.nextInt(Integer.MAX_VALUE), bytes);

            assertMiss("key" + i);
        }
        assertThat(log().warnings()).hasSize(1);
    }

    @Test
    void foreignEntriesAreMisses() {
        plant(":1:text", 0, "Stext".getBytes(StandardCharsets.US_ASCII));
        plant(":1:empty", EntryBytes.PLAIN, new byte[0]);
        plant(":1:number", EntryBytes.PLAIN, "99999999999999999999".getBytes(StandardCharsets.US_ASCII));

        assertMiss("text");
        assertMiss("empty");
        assertThat(cache.get("number")).isEmpty();
    }

    @Test
    void anEntryUnderAnotherKeysDigestIsAMiss() {
        String one = "a blank";
        String other = "another blank";
        WireKey key = WireKey.of(":1:" + one);
        cache.set(other, "value of other");
        String found = raw.ask("get " + wire(":1:" + other) + "\r\n");
        String item = found.substring(found.indexOf("\r\n") + 2, found.lastIndexOf("\r\nEND"));

        plant(wire(":1:" + one), EntryBytes.WITH_KEY, item.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(key.isPlain()).isFalse();
        assertMiss(one);
        assertThat(cache.get(other)).contains("value of other");
    }

    @Test
    void cutEntriesUnderADigestAreMisses() {
        String wire = wire(":1:a blank");
        cache.set("a blank", "value");
        String found = raw.ask("get " + wire + "\r\n");
        String item = found.substring(found.indexOf("\r\n") + 2, found.lastIndexOf("\r\nEND"));
        for (int length = 0; length < item.length() - "Svalue".length() + 1; length++) {
            plant(wire, EntryBytes.WITH_KEY, item.substring(0, length).getBytes(StandardCharsets.ISO_8859_1));

            assertThat(cache.get("a blank")).isEmpty();
        }
        plant(wire, EntryBytes.WITH_KEY, "\u007F\u00FF\u00FF\u00FFrest".getBytes(StandardCharsets.ISO_8859_1));
        assertMiss("a blank");
    }

    @Test
    void anItemLongerThanWeTakeIsAMissAndNoOutage() {
        plant(":1:key", EntryBytes.PLAIN, ("S" + "x".repeat(2 << 20)).getBytes(StandardCharsets.US_ASCII));

        assertMiss("key");
        assertThat(log().warnings()).singleElement().asString().contains("cannot be read");
    }

    private static String wire(String fullKey) {
        return new String(WireKey.of(fullKey).bytes(), StandardCharsets.US_ASCII);
    }
}
