package org.cachette.backend.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cachette.Cache;
import org.cachette.KeyNotFoundException;
import org.cachette.backend.LogRecords;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bytes that somebody put straight into the table. */
final class DatabaseHostileIT {

    private static final String URL = "jdbc:h2:mem:hostile;DB_CLOSE_DELAY=-1";

    private final LogRecords log = new LogRecords();
    private final LazyUnit unit = new LazyUnit(() -> Unit.open("primary", Unit.Provider.HIBERNATE, URL));
    private final NamedCaches caches = TestCaches.with(new Factories().with(unit), InstantSource.system());
    private final Cache cache = caches.getDefault();
    private final Sql sql = new Sql(URL);

    DatabaseHostileIT() throws SQLException {}

    @BeforeEach
    void useTheCache() {
        cache.clear();
        cache.set("fine", "value");
    }

    @AfterEach
    void closeAll() throws SQLException {
        sql.close();
        caches.close();
        unit.close();
        log.close();
    }

    private void plant(String key, byte[] value) throws SQLException {
        sql.update("MERGE INTO cachette KEY (cache_key) VALUES (?, ?, ?)", key, value, Long.MAX_VALUE);
    }

    private void assertMiss(String key) {
        assertThat(cache.get(key)).isEmpty();
        assertThat(cache.getMany(List.of(key, "fine"))).isEqualTo(Map.of("fine", "value"));
        assertThatThrownBy(() -> cache.incr(key)).isInstanceOf(KeyNotFoundException.class);
        assertThat(cache.<String>getOrSet(key, () -> "made anew")).isEqualTo("made anew");
        assertThat(cache.get(key)).contains("made anew");
    }

    /** Would run code when it is read. */
    static final class Gadget implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
        static final Map<String, Boolean> RUN = new HashMap<>();

        private void readObject(java.io.ObjectInputStream in) {
            RUN.put("run", true);
        }
    }

    @Test
    void aGadgetIsAMissAndRunsNothing() throws IOException, SQLException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write('O');
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Gadget());
        }
        plant(":1:key", bytes.toByteArray());

        assertMiss("key");
        assertThat(Gadget.RUN).isEmpty();
    }

    @Test
    void randomAndMissingBytesAreMisses() throws SQLException {
        Random random = new Random(42);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(2000)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[0] = (byte) "ORN?\0\u00FF".charAt(i % 6);
            }
            plant(":1:key" + i, bytes);

            assertMiss("key" + i);
        }
        assertThat(log.warnings()).hasSize(1);
    }

    @Test
    void aNumberThatIsTooLongIsAMiss() throws SQLException {
        plant(":1:key", "N99999999999999999999".getBytes(StandardCharsets.US_ASCII));

        assertMiss("key");
    }

    @Test
    void anEntryUnderAnotherKeysDigestIsAMiss() throws SQLException {
        cache.set("another blank", "value of other");
        plant(stored("a blank"), valueOf("another blank"));

        assertMiss("a blank");
        assertThat(cache.get("another blank")).contains("value of other");
    }

    @Test
    void cutEntriesUnderADigestAreMisses() throws SQLException {
        cache.set("a blank", "value");
        byte[] whole = valueOf("a blank");
        for (int length = 0; length < whole.length - "value".length(); length++) {
            plant(stored("a blank"), Arrays.copyOf(whole, length));

            assertThat(cache.get("a blank")).isEmpty();
            assertThat(cache.hasKey("a blank")).isEqualTo(length == whole.length - "Svalue".length());
        }
    }

    @Test
    void anEntryUnderADigestThatSaysItsKeyIsGiantIsAMiss() throws SQLException {
        plant(stored("a blank"), new byte[] {0x7F, -1, -1, -1, 'r', 'e', 's', 't'});

        assertMiss("a blank");
    }

    @Test
    void aKeyThatLooksLikeADigestIsNotTakenForIt() {
        String digest = stored("a blank").substring(":1:".length() - 3);
        cache.set("a blank", "value");

        assertThat(cache.get(digest)).isEmpty();
        assertThat(EntryKey.of(digest, true).isDigested()).isTrue();
    }

    private byte[] valueOf(String key) throws SQLException {
        return sql.bytes("SELECT cache_value FROM cachette WHERE cache_key = ?", stored(key));
    }

    private static String stored(String key) {
        return EntryKey.of(":1:" + key, true).stored();
    }
}
