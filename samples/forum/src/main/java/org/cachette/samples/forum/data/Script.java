package org.cachette.samples.forum.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** SQL beside this class, each statement in a transaction of its own. */
class Script {

    private Script() {}

    static void run(String name, Database database) {
        for (String statement : text(name).split(";")) {
            if (!statement.isBlank()) {
                database.write(entities -> entities.createNativeQuery(statement).executeUpdate());
            }
        }
    }

    private static String text(String name) {
        try (InputStream script = Objects.requireNonNull(Script.class.getResourceAsStream(name), name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
