package org.cachette.backend.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.cachette.Cache;
import org.cachette.CacheConfigurationException;
import org.cachette.backend.Configs;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is in the directory, and where it may be. */
final class FileDirectoryTest extends FileCase {

    private static String modes(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private void expectRefusal(String message, String... settings) {
        Map<String, String> properties = properties(directory(), settings);
        assertThatThrownBy(() -> new NamedCaches(Settings.read(Configs.of(properties)), clock))
                .isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    @Tag("DJ-FILE-01")
    void eachEntryIsOneFile() throws IOException {
        Cache cache = open();

        cache.set("a", "A");
        cache.set("a", "again");
        cache.set("b", "B");

        assertThat(names()).hasSize(2).allMatch(name -> name.matches("[0-9a-f]{32}\\.cachette"));
    }

    @Test
    @Tag("DJ-FILE-05")
    @Tag("DJ-FILE-06")
    void onlyTheServersUserMayReadWhatIsMade() throws IOException {
        Cache cache = open("location", temporary.resolve("a/b/cache").toString());

        cache.set("key", "value");

        Path cacheDirectory = temporary.resolve("a/b/cache");
        assertThat(modes(temporary.resolve("a"))).isEqualTo("rwx------");
        assertThat(modes(temporary.resolve("a/b"))).isEqualTo("rwx------");
        assertThat(modes(cacheDirectory)).isEqualTo("rwx------");
        assertThat(modes(cacheDirectory.resolve(file("key").getFileName()))).isEqualTo("rw-------");
        assertThat(modes(cacheDirectory.resolve("lock.cachette"))).isEqualTo("rw-------");
    }

    @Test
    @Tag("DJ-FILE-04")
    @Tag("DJ-FILE-10")
    void aDirectoryThatVanishesIsMadeAgain() throws IOException {
        Cache cache = open();
        cache.set("key", "value");
        for (Path path : new Path[] {file("key"), directory().resolve("lock.cachette"), directory()}) {
            Files.delete(path);
        }

        assertThat(cache.get("key")).isEmpty();
        assertThat(cache.delete("key")).isFalse();
        assertThat(cache.touch("key")).isFalse();
        cache.clear();
        assertThat(directory()).doesNotExist();
        cache.set("key", "again");

        assertThat(cache.get("key")).contains("again");
        assertThat(modes(directory())).isEqualTo("rwx------");
    }

    @Test
    void readingMakesNoDirectory() {
        Cache cache = open();

        assertThat(cache.get("key")).isEmpty();
        assertThat(cache.delete("key")).isFalse();

        assertThat(directory()).doesNotExist();
    }

    @Test
    @Tag("DJ-FILE-14")
    void readingAnExpiredEntryDeletesItsFile() throws IOException {
        Cache cache = open("timeout", "1");
        cache.set("read", "value");
        cache.set("asked", "value");
        clock.pass(Duration.ofSeconds(2));

        assertThat(cache.get("read")).isEmpty();
        assertThat(cache.hasKey("asked")).isFalse();

        assertThat(names()).isEmpty();
    }

    @Test
    @Tag("DJ-FILE-22")
    @Tag("DJ-FILE-26")
    void clearingKeepsTheDirectoryAndTheFilesOfOthers() throws IOException {
        Cache cache = open();
        cache.set("key", "value");
        Files.writeString(directory().resolve("notes.txt"), "mine");
        Files.writeString(directory().resolve("data.cachette"), "mine");
        Files.createDirectory(directory().resolve("folder"));

        cache.clear();

        assertThat(names()).containsExactlyInAnyOrder("notes.txt", "data.cachette", "folder");
    }

    @Test
    @Tag("DJ-FILE-26")
    void temporaryFilesThatWereLeftOverAreSwept() throws IOException {
        Files.createDirectories(directory());
        Path old = leaveBehind("0123456789abcdef0123456789abcdef.0123456789abcdef.cachette-tmp", 11);
        Path young = leaveBehind("0123456789abcdef0123456789abcdef.1123456789abcdef.cachette-tmp", 9);
        Path foreign = leaveBehind("notes.cachette-tmp", 11);

        open().set("key", "value");

        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(foreign).exists();
    }

    private Path leaveBehind(String name, int minutesAgo) throws IOException {
        Path path = Files.writeString(directory().resolve(name), "half an ent");
        FileTime time = FileTime.from(clock.instant().minus(Duration.ofMinutes(minutesAgo)));
        return Files.setLastModifiedTime(path, time);
    }

    @Test
    @Tag("DJ-FILE-24")
    void deletingWhatAnotherProcessDeletedIsFalse() {
        Cache cache = open();
        cache.set("key", "value");
        open().delete("key");

        assertThat(cache.delete("key")).isFalse();
    }

    @Test
    @Tag("DJ-FILE-03")
    @Tag("DJ-CHK-03")
    void aRelativeLocationFailsTheDeployment() {
        String expected = "expected the absolute path of a directory, such as /var/cache/shop";
        expectRefusal("cachette.caches.default.location is \"cache\": " + expected, "location", "cache");
        expectRefusal("cachette.caches.default.location is \"\": " + expected, "location", "");
        expectRefusal("cachette.caches.default.location is \"/\": " + expected, "location", "/");
        expectRefusal("such as /var/cache/shop (", "location", "/a\0b");
    }

    @Test
    void aLocationBelowAFileFailsTheDeployment() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "mine");

        expectRefusal("(" + file + " is not a directory)", "location", file.toString());
        expectRefusal("(" + file + " is not a directory)", "location", file + "/a/b");
    }

    @Test
    @Tag("DJ-CHK-05")
    void cachesOfDifferentLimitsOnOneDirectoryFailTheDeployment() throws IOException {
        Files.createDirectory(temporary.resolve("real"));
        Files.createSymbolicLink(temporary.resolve("link"), temporary.resolve("real"));
        Map<String, String> properties = properties(temporary.resolve("real/cache"));
        properties.put("cachette.caches.pages.backend", "file");
        properties.put("cachette.caches.pages.location", temporary.resolve("link/./cache") + "/");

        assertThatThrownBy(() -> new NamedCaches(Settings.read(Configs.of(properties)), clock))
                .isInstanceOf(CacheConfigurationException.class)
                .hasMessageStartingWith("caches default and pages share the location \"")
                .hasMessageEndingWith("in files with different limits: expected the same max-entries, cull-frequency,"
                        + " options.max-entry-bytes and options.time-limit, or another cachette.caches.pages.location");
    }
}
