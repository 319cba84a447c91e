package org.cachette.backend.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cachette.Cache;
import org.cachette.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Several processes in one directory. */
final class FileProcessesTest extends FileCase {

    private final List<Process> started = new ArrayList<>();

    private Process start(List<String> launcher, String... task) throws IOException {
        Process process = FileProcess.start(launcher, directory(), task);
        started.add(process);
        return process;
    }

    @AfterEach
    void endAllProcesses() {
        started.forEach(Process::destroyForcibly);
    }

    /** The last lines of two processes that do the same thing at the same time. */
    private List<String> runTwo(String... task) throws IOException {
        List<BufferedReader> outputs = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            outputs.add(FileProcess.output(start(List.of(), task)));
        }
        for (BufferedReader output : outputs) {
            assertThat(output.readLine()).isEqualTo(FileProcess.READY);
        }
        for (Process process : started) {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        }
        List<String> lines = new ArrayList<>();
        for (BufferedReader output : outputs) {
            lines.add(String.valueOf(output.readLine()));
        }
        return lines;
    }

    @Test
    @Tag("DJ-FILE-25")
    void twoProcessesLoseNoCount() throws IOException, InterruptedException {
        Cache cache = open();
        cache.set("count", 0, Timeout.FOREVER);

        runTwo("count", "500");

        for (Process process : started) {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
        assertThat(cache.get("count")).contains(1000L);
    }

    @Test
    @Tag("DJ-FILE-16")
    void ofTwoProcessesThatAddOneWins() throws IOException {
        List<String> added = runTwo("add", "200");

        assertThat(added.stream().mapToInt(Integer::parseInt).sum()).isEqualTo(200);
    }

    @Test
    @Tag("DJ-FILE-07")
    @Tag("DJ-FILE-26")
    void aProcessKilledWhileWritingLeavesWholeEntriesAndNothingForEver() throws Exception {
        Cache cache = open();
        for (int round = 0; round < 3; round++) {
            Process process = start(List.of(), "write");
            assertThat(FileProcess.output(process).readLine()).isEqualTo(FileProcess.READY);
            for (int i = 0; i < 50_000 && !cache.hasKey("key19"); i++) {
                Thread.onSpinWait();
            }
            process.destroyForcibly();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

            for (int i = 0; i < 20; i++) {
                cache.get("key" + i, byte[].class)
                        .ifPresent(value -> assertThat(value).isEqualTo(FileProcess.value(value[0])));
            }
            assertThat(cache.get("key0")).isPresent();
        }
        clock.pass(Duration.ofDays(3650));
        open().set("new", "value");

        assertThat(names()).isNotEmpty().allMatch(name -> Name.parse(name) != null);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Tag("DJ-FILE-08")
    void whereThereIsNoRoomNeitherTheOldValueNorHalfOfTheNewOneStays() throws IOException {
        List<String> noMoreThan8Kilobytes = List.of("bash", "-c", "ulimit -f 8 && exec \"$@\"", "bash");

        BufferedReader output = FileProcess.output(start(noMoreThan8Kilobytes, "fill"));

        assertThat(output.readLine()).isEqualTo(FileProcess.READY);
        assertThat(output.readLine()).isEqualTo("gone");
        assertThat(names()).isEmpty();
        assertThat(Files.isDirectory(directory())).isTrue();
    }

    @Test
    void readersSeeWholeEntriesWhileTheyAreReplacedAndTouched() throws Exception {
        Cache cache = open();
        cache.set("key", FileProcess.value(0));

        org.cachette.backend.Together.run(4, () -> {
            for (int i = 0; i < 100; i++) {
                if (i % 3 == 0) {
                    cache.set("key", FileProcess.value(i));
                } else if (i % 3 == 1) {
                    cache.touch("key", Timeout.ofSeconds(i + 1));
                }
                byte[] value = cache.get("key", byte[].class).orElseThrow();
                assertThat(value).isEqualTo(FileProcess.value(value[0]));
            }
            return 0;
        });
        assertThat(names()).hasSize(1);
    }
}
