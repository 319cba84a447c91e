package org.cachette.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.Dependent;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.cachette.annotation.Cached;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What JSON alone does not give back as it was. */
@Tag("ee11")
final class WrongJsonValuesIT {

    private static final Map<String, String> SETTINGS = Map.of(
            "cachette.caches.default.backend", "memory",
            "cachette.caches.json.location", "json",
            "cachette.caches.json.serializer", "json",
            "cachette.caches.shared.location", "shared",
            "cachette.caches.shared.serializer", "json",
            "cachette.caches.shared.options.share-values", "true",
            "cachette.serializer.allow", "org.cachette.values.**");

    /** A value as applications have them. */
    public record Member(String name) implements Serializable {}

    /** Each method wrong in one way. */
    @Dependent
    public static class Wrong {

        @Cached(cache = "json")
        public List<Member> list() {
            return List.of();
        }

        @Cached(cache = "json")
        public Optional<Map<String, List<Member>>> map() {
            return Optional.empty();
        }

        @Cached(cache = "json")
        public Map<Long, String> numbers() {
            return Map.of();
        }

        @Cached(cache = "json")
        public CompletionStage<Set<? extends Integer>> stage() {
            throw new IllegalStateException();
        }
    }

    /** Each method right. */
    @Dependent
    public static class Right {

        @Cached(cache = "json")
        public Map<String, List<Boolean>> texts() {
            return Map.of();
        }

        @Cached(cache = "json")
        public List<? extends Number> numbers() {
            return List.of();
        }

        @Cached(cache = "json")
        public Member[] array() {
            return new Member[0];
        }

        @Cached(cache = "json")
        public List<?> anything() {
            return List.of();
        }

        @Cached(cache = "json")
        public Map<String, Object> objects() {
            return Map.of();
        }

        @Cached(cache = "shared")
        public List<Member> shared() {
            return List.of();
        }

        @Cached
        public List<Member> java() {
            return List.of();
        }
    }

    @Test
    void isRefusedWithWhatWouldBeRight() {
        String right = " from JSON: expected texts, booleans and BigDecimals in it, a class or an array of your own"
                + " types, or serializer=java";
        String cannot = " returns what cache \"json\" cannot keep: ";
        String list = cannot + "a java.util.List<" + Member.class.getName()
                + "> comes back with something else in place of " + Member.class.getName() + right;
        assertThatThrownBy(() -> EmbeddedServer.start(SETTINGS, Wrong.class).close())
                .hasMessageContaining("@Cached on " + Wrong.class.getName() + ".list" + list)
                .hasMessageContaining(".map" + cannot + "a java.util.Map<java.lang.String, java.util.List<"
                        + Member.class.getName() + ">> comes back with something else in place of "
                        + Member.class.getName() + right)
                .hasMessageContaining(".numbers" + cannot
                        + "a java.util.Map<java.lang.Long, java.lang.String> comes back with something else in place"
                        + " of java.lang.Long" + right)
                .hasMessageContaining(".stage" + cannot + "a java.util.Set<? extends java.lang.Integer> comes"
                        + " back with something else in place of java.lang.Integer" + right);
    }

    @Test
    void theRestIsFine() {
        try (EmbeddedServer server = EmbeddedServer.start(SETTINGS, Right.class)) {
            assertThat(server.uri()).isNotNull();
        }
    }
}
