package org.cachette.backend.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.cachette.backend.Encoded;
import org.cachette.backend.Entry;
import org.jspecify.annotations.Nullable;

/** The entries of one location, which the backends of all caches on it share. */
final class FileStore {

    private static final System.Logger LOG = System.getLogger(FileStore.class.getName());

    private final String cache;
    private final Limits limits;
    private final KeyLocks locks;
    private final EntryFiles files;
    private final Survey survey;
    private final Culling culling;
    private final AtomicBoolean toldTooLong = new AtomicBoolean();

    /** The cache and its setting are those of the first one on this location, for messages. */
    FileStore(String cache, String settingToRaise, Path location, Limits limits, InstantSource clock) {
        this.cache = cache;
        this.limits = limits;
        EntryDirectory directory = new EntryDirectory(location);
        EntryIndex index = new EntryIndex(clock);
        this.locks = new KeyLocks(new LockFile(directory), limits.timeLimit());
        this.files = new EntryFiles(directory, index, locks, limits.maxEntryBytes(), clock);
        this.survey = new Survey(directory, index, locks, clock);
        String message = "Cache \"" + cache + "\" is full with " + limits.maxEntries() + " entries and drops some that"
                + " were not used lately, from now on without a word: raise " + settingToRaise + " to keep more.";
        this.culling = new Culling(message, limits, directory, index, locks, clock);
    }

    String cache() {
        return cache;
    }

    Limits limits() {
        return limits;
    }

    @Nullable
    Entry<Encoded> find(EntryKey key) throws IOException {
        return files.find(key);
    }

    boolean has(EntryKey key) throws IOException {
        return files.peek(key) != null;
    }

    /** False when the value is too long. Whenever it is not stored, an earlier one is deleted. */
    boolean set(EntryKey key, Encoded value, long expiry) throws IOException {
        try {
            if (isTooLong(key, value)) {
                files.delete(key.name());
                return false;
            }
            makeRoom();
            return locks.locked(KeyLocks.stripe(key.name()), () -> {
                files.write(key, value, expiry);
                return true;
            });
        } catch (IOException e) {
            deleteAfter(e, key);
            throw e;
        }
    }

    private void deleteAfter(IOException failure, EntryKey key) {
        try {
            files.delete(key.name());
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    boolean add(EntryKey key, Encoded value, long expiry) throws IOException {
        if (has(key) || isTooLong(key, value)) {
            return false;
        }
        makeRoom();
        return locks.locked(KeyLocks.stripe(key.name()), () -> {
            boolean absent = !has(key);
            if (absent) {
                files.write(key, value, expiry);
            }
            return absent;
        });
    }

    /** Puts another entry in place of one that is there. False when there is none. */
    boolean replace(EntryKey key, UnaryOperator<Entry<Encoded>> change) throws IOException {
        return has(key)
                && locks.locked(KeyLocks.stripe(key.name()), () -> {
                    Entry<Encoded> old = files.peek(key);
                    if (old != null) {
                        Entry<Encoded> changed = change.apply(old);
                        files.write(key, changed.value(), changed.expiry());
                    }
                    return old != null;
                });
    }

    boolean delete(EntryKey key) throws IOException {
        return has(key) && locks.locked(KeyLocks.stripe(key.name()), () -> has(key) && files.delete(key.name()));
    }

    boolean move(EntryKey from, EntryKey to) throws IOException {
        int one = KeyLocks.stripe(from.name());
        int other = KeyLocks.stripe(to.name());
        if (!has(from)) {
            return false;
        }
        if (one == other) {
            return locks.locked(one, () -> moveLocked(from, to));
        }
        return locks.locked(Math.min(one, other), () -> locks.locked(Math.max(one, other), () -> moveLocked(from, to)));
    }

    private boolean moveLocked(EntryKey from, EntryKey to) throws IOException {
        Entry<Encoded> entry = files.peek(from);
        if (entry != null) {
            files.write(to, entry.value(), entry.expiry());
            files.delete(from.name());
        }
        return entry != null;
    }

    void clear() throws IOException {
        files.deleteAll();
    }

    /** Ends what is under way, and gives up the lock file. */
    void close() throws IOException {
        survey.close();
        locks.close();
    }

    private void makeRoom() throws IOException {
        survey.beforeWrite();
        if (survey.isComplete()) {
            culling.makeRoom();
        }
    }

    private boolean isTooLong(EntryKey key, Encoded value) {
        boolean tooLong = !files.fits(key, value);
        if (tooLong && !toldTooLong.getAndSet(true)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Cache \"" + cache + "\" does not keep a value of " + value.bytes().length + " bytes, nor others of"
                            + " more than options.max-entry-bytes=" + limits.maxEntryBytes()
                            + ", from now on without a word.");
        }
        return tooLong;
    }
}
