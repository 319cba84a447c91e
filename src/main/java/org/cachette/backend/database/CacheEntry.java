package org.cachette.backend.database;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a cache's table, as Jakarta Persistence sees it. An application that lists this class in its
 * {@code persistence.xml} has the table {@code cachette}, which is that of caches without a {@code location}, in its
 * schema generation, and can query it. Caches of other tables need no mapping, and no cache needs this one: Cachette reads
 * and writes by SQL of its own, so that one class stands for all tables. For reading; what is changed through an entity
 * manager is not made to last.
 */
@Entity(name = "CacheEntry")
@Table(name = CacheEntry.TABLE, indexes = @Index(name = CacheEntry.TABLE + "_expires", columnList = "expires"))
@Cacheable(false)
public class CacheEntry {

    static final String TABLE = "cachette";
    static final int LONGEST_KEY = 250;
    static final int LONGEST_VALUE = 16_000_000;

    @Id
    @Column(name = "cache_key", length = LONGEST_KEY, updatable = false)
    private @Nullable String key;

    @Column(name = "cache_value", length = LONGEST_VALUE, nullable = false, updatable = false)
    private byte @Nullable [] value;

    @Column(name = "expires", nullable = false, updatable = false)
    private long expiry;

    /** For Jakarta Persistence. */
    protected CacheEntry() {}

    /** The full key, or a digest of it where it is long or has other characters than the visible ones of US-ASCII. */
    public String getKey() {
        return Objects.requireNonNull(key);
    }

    /** The value, in Cachette's own format; a copy. */
    public byte[] getValue() {
        return Objects.requireNonNull(value).clone();
    }

    /** When the entry expires, in milliseconds since the epoch; {@link Long#MAX_VALUE} for never. */
    public long getExpiry() {
        return expiry;
    }
}
