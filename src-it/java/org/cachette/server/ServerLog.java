package org.cachette.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The log of the running server, read from a position on. */
final class ServerLog {

    private static final Pattern COMPLAINT = Pattern.compile("\\b(WARN|ERROR|FATAL|WARNING|SEVERE)\\b");

    /** Before each entry; its further lines are messages and stack traces. */
    private static final Pattern ENTRY = Pattern.compile("(?m)^(?=\\[?\\d{4}-\\d\\d-\\d\\d)");

    private static final Path FILE = Path.of(System.getProperty("server.log", "none"));

    private final long start;

    private ServerLog(long start) {
        this.start = start;
    }

    /** What is written from now on. */
    static ServerLog fromNow() {
        try {
            return new ServerLog(Files.exists(FILE) ? Files.size(FILE) : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was written since; a server writes with a delay of its own. */
    String text() {
        if (!Files.exists(FILE)) {
            return "";
        }
        try (RandomAccessFile file = new RandomAccessFile(FILE.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entries of level WARN and above, with their stack traces. */
    List<String> complaints() {
        return ENTRY.splitAsStream(text()).filter(ServerLog::isComplaint).toList();
    }

    private static boolean isComplaint(String entry) {
        return entry.lines()
                .findFirst()
                .filter(line -> COMPLAINT.matcher(line).find())
                .isPresent();
    }
}
