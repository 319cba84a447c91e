package org.cachette.pages;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cachette.embedded.EmbeddedServer;
import org.jboss.weld.environment.se.Weld;

/** What a refused deployment said. */
final class Refusal {

    private Refusal() {}

    /** The problems, one each; without the bullets before them. */
    static List<String> of(Class<?>... classes) {
        return of(Map.of(), weld -> {}, classes);
    }

    static List<String> of(Map<String, String> config, Class<?>... classes) {
        return of(config, weld -> {}, classes);
    }

    static List<String> of(Map<String, String> config, Consumer<Weld> weld, Class<?>... classes) {
        return message(config, weld, classes)
                .lines()
                .map(line -> line.startsWith("- ") ? line.substring(2) : line)
                .toList();
    }

    /** The whole message. */
    static String message(Map<String, String> config, Consumer<Weld> weld, Class<?>... classes) {
        try (EmbeddedServer server = EmbeddedServer.start(config, weld, classes)) {
            throw new AssertionError("the deployment was not refused, it answers at " + server.uri());
        } catch (RuntimeException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
