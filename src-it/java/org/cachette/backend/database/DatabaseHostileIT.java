package org.cachette.backend.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import org.cachette.Cache;
import org.cachette.backend.HostileContract;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bytes that somebody put straight into the table. */
final class DatabaseHostileIT extends HostileContract {

    private static final String URL = "jdbc:h2:mem:hostile;DB_CLOSE_DELAY=-1";

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
    }

    @Override
    protected Cache cache() {
        return cache;
    }

    @Override
    protected void plant(String key, byte[] value) {
        try {
            sql.update("MERGE INTO cachette KEY (cache_key) VALUES (?, ?, ?)", key, value, Long.MAX_VALUE);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
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
    void anEntryUnderADigestThatSaysItsKeyIsGiantIsAMiss() {
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
