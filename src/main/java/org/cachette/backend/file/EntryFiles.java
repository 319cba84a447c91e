package org.cachette.backend.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.cachette.backend.Encoded;
import org.cachette.backend.Entry;
import org.jspecify.annotations.Nullable;

/** Entries as files, with the index kept up to date. Whoever writes or deletes holds the key's lock. */
final class EntryFiles {

    private static final System.Logger LOG = System.getLogger(EntryFiles.class.getName());

    private static final long MARK_EVERY = TimeUnit.MINUTES.toMillis(1);

    private final EntryDirectory directory;
    private final EntryIndex index;
    private final KeyLocks locks;
    private final long longest;
    private final InstantSource clock;

    EntryFiles(EntryDirectory directory, EntryIndex index, KeyLocks locks, long longest, InstantSource clock) {
        this.directory = directory;
        this.index = index;
        this.locks = locks;
        this.longest = longest;
        this.clock = clock;
    }

    /** An entry for somebody who uses it; null when there is none. */
    @Nullable
    Entry<Encoded> find(EntryKey key) throws IOException {
        Entry<Encoded> entry = peek(key);
        if (entry != null && index.used(key.name(), entry.expiry(), MARK_EVERY)) {
            directory.markUsed(key.name(), clock.millis());
        }
        return entry;
    }

    /** The same without use. What is expired or broken is deleted when nobody is about to write it. */
    @Nullable
    Entry<Encoded> peek(EntryKey key) throws IOException {
        EntryIndex.Slot known = index.find(key.name());
        byte[] file = directory.read(key.name(), longest);
        if (file == null) {
            if (known != null) {
                index.remove(key.name(), known);
            }
            return null;
        }
        Content content = EntryFormat.parse(file);
        if (isDead(content)) {
            discard(key.name());
            return null;
        }
        return content instanceof Content.Whole whole && whole.isOf(key) ? whole.entry() : null;
    }

    private boolean isDead(Content content) {
        return content instanceof Content.Broken
                || (content instanceof Content.Whole whole && whole.isExpired(clock.millis()));
    }

    /** A miss is a miss, whether this works or not. */
    private void discard(Name name) {
        try {
            locks.ifFree(name, () -> {
                byte[] file = directory.read(name, longest);
                if (file != null && isDead(EntryFormat.parse(file))) {
                    delete(name);
                }
            });
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a file that is of no use stays", e);
        }
    }

    boolean fits(EntryKey key, Encoded value) {
        return (long) EntryFormat.HEADER + key.bytes().length + value.bytes().length <= longest;
    }

    void write(EntryKey key, Encoded value, long expiry) throws IOException {
        directory.write(key.name(), EntryFormat.toBytes(key, value, expiry));
        index.stored(key.name(), expiry);
    }

    /** True when there was a file. */
    boolean delete(Name name) throws IOException {
        boolean deleted = directory.delete(name);
        index.remove(name);
        return deleted;
    }

    /**
     * Deletes all entries, expired and broken ones too, and nothing else. Takes their locks itself, among the threads of
     * this process, so that none of them writes back what it has read before.
     */
    void deleteAll() throws IOException {
        index.clear();
        try (Listing listing = directory.list()) {
            for (Path path = listing.next(); path != null; path = listing.next()) {
                Name name = Name.parse(path.getFileName().toString());
                if (name != null) {
                    locks.lockedHere(KeyLocks.stripe(name), () -> delete(name));
                }
            }
        }
    }
}
