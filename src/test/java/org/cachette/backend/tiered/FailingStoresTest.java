package org.cachette.backend.tiered;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.cachette.backend.AllowList;
import org.cachette.backend.Encoded;
import org.cachette.backend.Entry;
import org.cachette.backend.JavaSerializer;
import org.cachette.backend.LogRecords;
import org.cachette.backend.ValueFormat;
import org.cachette.named.BrokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A far or a near store that is down or full, and what is cleared while it is copied. */
final class FailingStoresTest {

    private final ValueFormat values =
            new ValueFormat(new JavaSerializer(AllowList.of(""), FailingStoresTest.class.getClassLoader()));
    private final BrokenStore nearStore = new BrokenStore(values);
    private final BrokenStore farStore = new BrokenStore(values);
    private final LogRecords log = new LogRecords();
    private Runnable whileCopying = () -> {};
    private final TieredBackend<Encoded, Encoded> backend = new TieredBackend<>(
            new Near<>(nearStore, "both", "near", this::whileCopying, Duration.ofMinutes(1)),
            new Far<>(farStore, "both", "far", false));

    @AfterEach
    void closeTheLog() {
        log.close();
    }

    /** The time is asked for between the last look at whether there may be a copy and the making of it. */
    private Instant whileCopying() {
        whileCopying.run();
        return Instant.EPOCH;
    }

    private void set(String value) {
        backend.set("key", backend.encode(value), Entry.NEVER);
    }

    @Test
    void aSetThatTheFarStoreDidNotTakeLeavesNoOldValue() {
        set("old");
        farStore.full = true;

        set("new");

        assertThat(backend.get("key")).isNull();
        assertThat(farStore.entries).isEmpty();
    }

    @Test
    void anAddThatTheFarStoreDidNotTakeLeavesWhatIsThere() {
        set("old");

        assertThat(backend.add("key", backend.encode("new"), Entry.NEVER)).isFalse();

        assertThat(farStore.entries).hasSize(1);
    }

    @Test
    void storesThatFailedAMomentAgoAreClosedAllTheSame() {
        nearStore.down = true;
        farStore.down = true;
        set("value");

        backend.close();

        assertThat(nearStore.closed).isEqualTo(1);
        assertThat(farStore.closed).isEqualTo(1);
    }

    @Test
    void aFarStoreIsClosedThoughTheNearOneCannotBe() {
        nearStore.whileClosing = () -> {
            throw new IllegalStateException("stuck");
        };

        backend.close();

        assertThat(farStore.closed).isEqualTo(1);
        assertThat(log.warnings()).singleElement().asString().contains("\"near\"", "stuck");
    }

    @Test
    void whatIsClearedWhileItIsCopiedLeavesNoCopy() {
        set("value");
        backend.touch("key", Entry.NEVER); // drops the copy
        whileCopying = backend::clear;

        backend.get("key");

        assertThat(backend.get("key")).isNull();
    }

    @Test
    void norDoesWhatIsClearedWhileItIsWritten() {
        whileCopying = backend::clear;

        set("value");

        assertThat(backend.get("key")).isNull();
    }
}
