package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cachette.Cache;
import org.cachette.KeyNotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What callers see of bytes that somebody else put straight into a store: misses that can be made anew. */
public abstract class HostileContract {

    private final LogRecords log = new LogRecords();

    /** The cache, without a key prefix. */
    protected abstract Cache cache();

    /** Puts bytes where the entry of a full key would be. */
    protected abstract void plant(String fullKey, byte[] bytes);

    /** What was logged since the test began. */
    protected final LogRecords log() {
        return log;
    }

    @AfterEach
    final void closeTheLog() {
        log.close();
    }

    protected final void assertMiss(String key) {
        assertMiss(cache(), key);
    }

    /** By every operation, and other keys are found beside it. */
    public static void assertMiss(Cache cache, String key) {
        cache.set("fine", "value");
        assertThat(cache.get(key)).isEmpty();
        assertThat(cache.getMany(List.of(key, "fine"))).isEqualTo(Map.of("fine", "value"));
        assertThatThrownBy(() -> cache.incr(key)).isInstanceOf(KeyNotFoundException.class);
        assertThat(cache.<String>getOrSet(key, () -> "made anew")).isEqualTo("made anew");
        assertThat(cache.get(key)).contains("made anew");
    }

    /** Would run code when it is read. */
    public static final class Gadget implements Serializable {
        private static final long serialVersionUID = 1L;
        private static final Map<String, Boolean> RUN = new HashMap<>();

        private void readObject(ObjectInputStream in) {
            RUN.put("run", true);
        }

        /** Such an object as it is written. */
        public static byte[] bytes() throws IOException {
            return written(new Gadget());
        }

        /** True when the code ran. */
        public static boolean hasRun() {
            return !RUN.isEmpty();
        }
    }

    /** An array as it is written, but for its length, which is two thousand million. */
    public static byte[] giantArray() throws IOException {
        byte[] bytes = written(new long[1]);
        bytes[bytes.length - 12] = 0x7F; // the first byte of the length
        return bytes;
    }

    private static byte[] written(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static byte[] asObject(byte[] written) {
        byte[] bytes = new byte[written.length + 1];
        bytes[0] = 'O';
        System.arraycopy(written, 0, bytes, 1, written.length);
        return bytes;
    }

    @Test
    final void aGadgetIsAMissAndRunsNothing() throws IOException {
        plant(":1:key", asObject(Gadget.bytes()));

        assertMiss("key");
        assertThat(Gadget.hasRun()).isFalse();
    }

    @Test
    final void lengthsInASerialisedEntryThatLieTakeNoMemory() throws IOException {
        plant(":1:key", asObject(giantArray()));

        assertMiss("key");
    }

    @Test
    final void randomBytesAreMissesAndToldOnce() {
        Random random = new Random(42);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(2000)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[0] = (byte) "ORN?\0\u00FF-".charAt(i % 7);
            }
            plant(":1:key" + i, bytes);

            assertMiss("key" + i);
        }
        assertThat(log.warnings()).hasSize(1);
    }

    @Test
    final void numbersThatAreNoneOfOursAreMisses() {
        for (String text : List.of("N99999999999999999999", "99999999999999999999", "-", "12x")) {
            plant(":1:key", text.getBytes(StandardCharsets.US_ASCII));

            assertMiss("key");
        }
    }
}
