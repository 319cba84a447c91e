package org.cachette.backend.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cachette.Cache;
import org.cachette.CacheException;
import org.cachette.Timeout;
import org.cachette.backend.Configs;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;

/** A process that uses a cache in a directory, as it is told. */
final class FileProcess {

    static final String READY = "ready";

    private FileProcess() {}

    /** Starts one, perhaps by way of another command. */
    static Process start(List<String> launcher, Path directory, String... task) throws IOException {
        List<String> command = new ArrayList<>(launcher);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FileProcess.class.getName(),
                directory.toString()));
        command.addAll(Arrays.asList(task));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    public static void main(String[] args) throws IOException {
        Cache cache = new NamedCaches(
                        Settings.read(Configs.of(FileCase.properties(Path.of(args[0])))), InstantSource.system())
                .getDefault();
        System.out.println(READY);
        switch (args[1]) {
            case "count" -> {
                await();
                for (int i = 0; i < Integer.parseInt(args[2]); i++) {
                    cache.incr("count");
                }
            }
            case "add" -> {
                await();
                System.out.println(add(cache, Integer.parseInt(args[2])));
            }
            case "write" -> write(cache);
            case "fill" -> System.out.println(fill(cache));
            default -> throw new IllegalArgumentException(args[1]);
        }
    }

    /** Until the test says so. */
    private static void await() throws IOException {
        if (System.in.read() < 0) {
            throw new IOException("nobody is there any more");
        }
    }

    /** How many keys were absent. */
    private static int add(Cache cache, int keys) {
        int added = 0;
        for (int i = 0; i < keys; i++) {
            if (cache.add("add" + i, "value")) {
                added++;
            }
        }
        return added;
    }

    /** Until it is killed. */
    private static void write(Cache cache) {
        for (long i = 0; true; i++) {
            cache.set("key" + i % 20, value(i), Timeout.FOREVER);
        }
    }

    /** Bytes that tell whether they are all of one write. */
    static byte[] value(long number) {
        byte[] value = new byte[200_000];
        Arrays.fill(value, (byte) number);
        return value;
    }

    /** What is under a key after a write for which there was no room. */
    private static String fill(Cache cache) {
        cache.set("key", "old");
        try {
            cache.set("key", value(1));
            return "there was room";
        } catch (CacheException e) {
            return cache.get("key").isEmpty() ? "gone" : "still there";
        }
    }
}
