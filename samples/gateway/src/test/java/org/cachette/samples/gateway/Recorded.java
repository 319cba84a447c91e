package org.cachette.samples.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A message as it came over the socket.
 *
 * @param start the first line
 * @param lines the header lines
 */
@SuppressWarnings("ArrayRecordComponent")
record Recorded(String start, List<String> lines, byte[] content) {

    static Recorded read(InputStream in) throws IOException {
        Recorded head = head(in);
        if (head.values("Transfer-Encoding").equals(List.of("chunked"))) {
            return new Recorded(head.start, head.lines, ScriptedOrigin.chunks(in));
        }
        String length = head.value("Content-Length");
        return length == null ? head : new Recorded(head.start, head.lines, in.readNBytes(Integer.parseInt(length)));
    }

    static Recorded head(InputStream in) throws IOException {
        String start = ScriptedOrigin.line(in);
        List<String> lines = new ArrayList<>();
        for (String line = ScriptedOrigin.line(in); !line.isEmpty(); line = ScriptedOrigin.line(in)) {
            lines.add(line);
        }
        return new Recorded(start, lines, new byte[0]);
    }

    String method() {
        return start.split(" ")[0];
    }

    String target() {
        return start.split(" ")[1];
    }

    String path() {
        return target().replaceFirst("\\?.*", "");
    }

    int status() {
        return Integer.parseInt(start.split(" ")[1]);
    }

    /** The values of a field, one for each line. */
    List<String> values(String name) {
        return lines.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).trim())
                .toList();
    }

    /** The lines of a field joined; null when there is none. */
    String value(String name) {
        List<String> values = values(name);
        return values.isEmpty() ? null : String.join(", ", values);
    }

    String text() {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return start + " " + lines + " " + (content.length > 300 ? content.length + " bytes" : text());
    }
}
