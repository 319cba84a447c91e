package org.cachette.backend.file;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What this process knows of the entries in the directory: their names, expiries and last use. It counts and orders
 * them without a look at the disk, and is never asked whether there is an entry. Takes about 110 bytes for each.
 */
final class EntryIndex {

    /** Uses within one millisecond are told apart by the lower bits. */
    private static final int STAMPS_PER_MILLI_BITS = 20;

    private final ConcurrentHashMap<Name, Slot> slots = new ConcurrentHashMap<>();
    private final AtomicLong lastStamp = new AtomicLong(Long.MIN_VALUE);
    private final InstantSource clock;
    private final Set<Name> doomed = ConcurrentHashMap.newKeySet();
    private final Queue<Name> doomedInTurn = new ConcurrentLinkedQueue<>();
    private final AtomicInteger round = new AtomicInteger();

    EntryIndex(InstantSource clock) {
        this.clock = clock;
    }

    /** One entry. A write makes a new one, so that what was concluded of an earlier one can be told to be outdated. */
    static final class Slot {

        private final long expiry;
        private volatile long lastUse;
        private volatile long marked;
        private volatile int seen;

        private Slot(long expiry, long lastUse, int seen) {
            this.expiry = expiry;
            this.lastUse = lastUse;
            this.marked = millis(lastUse);
            this.seen = seen;
        }
    }

    /** An entry that is to leave the index. */
    record Known(Name name, Slot slot) {}

    long size() {
        return slots.mappingCount();
    }

    @Nullable
    Slot find(Name name) {
        return slots.get(name);
    }

    /** Takes an entry out, whose file is then to be deleted. Does nothing when the entry was written meanwhile. */
    void doom(Known known) {
        doomed.add(known.name());
        if (slots.remove(known.name(), known.slot())) {
            doomedInTurn.add(known.name());
        } else {
            doomed.remove(known.name());
        }
    }

    /** One whose file is still to be deleted, unless it was written meanwhile; null when there is none. */
    @Nullable
    Name nextDoomed() {
        Name name = doomedInTurn.poll();
        while (name != null && !doomed.remove(name)) {
            name = doomedInTurn.poll();
        }
        return name;
    }

    /** An entry was written, which counts as use. */
    void stored(Name name, long expiry) {
        slots.put(name, new Slot(expiry, stamp(), round.get()));
        doomed.remove(name);
    }

    /** A file was met whose entry was not known, last used at that time, as it says; a file may say anything. */
    void met(Name name, long expiry, long lastUse) {
        if (doomed.contains(name)) {
            return;
        }
        long stamp = Math.max(0, Math.min(lastUse, clock.millis())) << STAMPS_PER_MILLI_BITS;
        lastStamp.accumulateAndGet(stamp, Math::max);
        slots.putIfAbsent(name, new Slot(expiry, stamp, round.get()));
    }

    /** An entry was read. True when its file should be told, having last been so that many milliseconds ago. */
    boolean used(Name name, long expiry, long markEvery) {
        long stamp = stamp();
        Slot slot = slots.computeIfAbsent(name, absent -> new Slot(expiry, stamp, round.get()));
        slot.lastUse = stamp;
        boolean due = millis(stamp) - slot.marked >= markEvery;
        if (due) {
            slot.marked = millis(stamp);
        }
        return due;
    }

    /** From now on, all that is written or seen belongs to another round of listing. */
    void nextRound() {
        round.incrementAndGet();
    }

    /** True when the entry was known; it has then been seen in this round. */
    boolean seen(Name name) {
        Slot slot = slots.get(name);
        if (slot != null) {
            slot.seen = round.get();
        }
        return slot != null;
    }

    /** Those that have not been seen in this round. */
    List<Known> unseen() {
        return known(slot -> slot.seen != round.get());
    }

    void remove(Name name) {
        slots.remove(name);
    }

    /** Does nothing when the entry was written meanwhile. */
    boolean remove(Name name, Slot slot) {
        return slots.remove(name, slot);
    }

    void clear() {
        slots.clear();
        doomed.clear();
        doomedInTurn.clear();
    }

    /** All expired ones, and of the others those used least recently, so many in all if there are. */
    List<Known> coldest(long count, long now) {
        List<Known> victims = known(slot -> slot.expiry <= now);
        long others = Math.min(count - victims.size(), Integer.MAX_VALUE);
        if (others <= 0) {
            return victims;
        }
        long[] uses = slots.values().stream()
                .filter(slot -> slot.expiry > now)
                .mapToLong(slot -> slot.lastUse)
                .toArray();
        Arrays.sort(uses);
        long latest = uses.length == 0 ? 0 : uses[(int) Math.min(others, uses.length) - 1];
        List<Known> unused = known(slot -> slot.expiry > now && slot.lastUse <= latest);
        victims.addAll(unused.size() <= others ? unused : unused.subList(0, (int) others));
        return victims;
    }

    private List<Known> known(Predicate<Slot> which) {
        List<Known> found = new ArrayList<>();
        for (Map.Entry<Name, Slot> entry : slots.entrySet()) {
            if (which.test(entry.getValue())) {
                found.add(new Known(entry.getKey(), entry.getValue()));
            }
        }
        return found;
    }

    /** A later one is always greater. */
    private long stamp() {
        long now = clock.millis() << STAMPS_PER_MILLI_BITS;
        return lastStamp.updateAndGet(last -> Math.max(last + 1, now));
    }

    private static long millis(long stamp) {
        return stamp >> STAMPS_PER_MILLI_BITS;
    }
}
