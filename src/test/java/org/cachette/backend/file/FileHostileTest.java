package org.cachette.backend.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.RandomAccessFile;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.cachette.Cache;
import org.cachette.backend.Encoded;
import org.cachette.backend.Entry;
import org.cachette.backend.LogRecords;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files that somebody put under the names of entries. */
final class FileHostileTest extends FileCase {

    private void plant(Cache cache, byte[] bytes) throws IOException {
        cache.set("key", "value");
        Files.write(file("key"), bytes);
    }

    private static void expectAMissThatCanBeSetAgain(Cache cache) {
        assertThat(cache.get("key")).isEmpty();
        assertThat(cache.hasKey("key")).isFalse();
        assertThat(cache.add("key", "again")).isTrue();
        assertThat(cache.get("key")).contains("again");
    }

    @Test
    @Tag("DJ-FILE-12")
    void anEmptyFileIsAMissAndRemoved() throws IOException {
        Cache cache = open();
        plant(cache, new byte[0]);

        assertThat(cache.get("key")).isEmpty();
        assertThat(names()).isEmpty();
        expectAMissThatCanBeSetAgain(cache);
    }

    @Test
    @Tag("DJ-FILE-13")
    void aCutFileIsAMissAndRemoved() throws IOException {
        Cache cache = open();
        cache.set("key", "value");
        byte[] whole = Files.readAllBytes(file("key"));
        for (int length = 1; length < whole.length; length++) {
            plant(cache, java.util.Arrays.copyOf(whole, length));

            assertThat(cache.get("key")).isEmpty();
            assertThat(names()).isEmpty();
        }
    }

    @Test
    void randomBytesAreAMissAndNotRemoved() throws IOException {
        Cache cache = open();
        byte[] bytes = new byte[1000];
        new Random(1).nextBytes(bytes);
        plant(cache, bytes);

        assertThat(cache.get("key")).isEmpty();
        assertThat(cache.delete("key")).isFalse();
        assertThat(names()).hasSize(1);
        expectAMissThatCanBeSetAgain(cache);
    }

    @Test
    void anEntryUnderAnotherKeysNameIsAMiss() throws IOException {
        Cache cache = open();
        cache.set("key", "mine");
        cache.set("other", "another's");
        Files.copy(file("other"), file("key"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        expectAMissThatCanBeSetAgain(cache);
        assertThat(cache.get("other")).contains("another's");
    }

    @Test
    void anEnormousFileTakesNoMemory() throws IOException {
        Cache cache = open("options.max-entry-bytes", "100000");
        cache.set("key", "value");
        try (RandomAccessFile file = new RandomAccessFile(file("key").toFile(), "rw")) {
            file.setLength(1L << 40);
        }

        expectAMissThatCanBeSetAgain(cache);
    }

    @Test
    void bytesOfARefusedClassRunNoCode() throws IOException {
        Cache cache = open();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Gadget());
        }
        plant(
                cache,
                EntryFormat.toBytes(EntryKey.of(":1:key"), new Encoded((byte) 'O', bytes.toByteArray()), Entry.NEVER));

        try (LogRecords log = new LogRecords()) {
            assertThat(cache.get("key")).isEmpty();
            assertThat(log.warnings()).hasSize(1);
        }
        assertThat(Gadget.RUNS).hasValue(0);
        cache.set("key", "again");
        assertThat(cache.get("key")).contains("again");
    }

    private static final class Gadget implements Serializable {
        private static final long serialVersionUID = 1L;
        private static final AtomicInteger RUNS = new AtomicInteger();

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            RUNS.incrementAndGet();
        }
    }

    @Test
    void aSymbolicLinkIsNotFollowed() throws IOException {
        Cache cache = open();
        cache.set("key", "value");
        Path outside = temporary.resolve("outside");
        Files.move(file("key"), outside);
        byte[] before = Files.readAllBytes(outside);
        Files.createSymbolicLink(file("key"), outside);

        assertThat(cache.get("key")).isEmpty();
        assertThat(cache.touch("key")).isFalse();
        cache.set("key", "again");

        assertThat(file("key")).isRegularFile();
        assertThat(Files.isSymbolicLink(file("key"))).isFalse();
        assertThat(Files.readAllBytes(outside)).isEqualTo(before);
    }

    @Test
    void clearingRemovesALinkAndNotWhatItLeadsTo() throws IOException {
        Cache cache = open();
        cache.set("key", "value");
        Path outside = Files.writeString(temporary.resolve("outside"), "precious");
        Files.delete(file("key"));
        Files.createSymbolicLink(file("key"), outside);

        cache.clear();

        assertThat(names()).isEmpty();
        assertThat(outside).hasContent("precious");
    }

    @Test
    void aDirectoryUnderAnEntrysNameIsAMissAndStays() throws IOException {
        Cache cache = open();
        cache.set("other", "value");
        Files.createDirectory(file("key"));

        assertThat(cache.get("key")).isEmpty();
        cache.clear();

        assertThat(file("key")).isDirectory();
        assertThat(cache.get("other")).isEmpty();
    }
}
