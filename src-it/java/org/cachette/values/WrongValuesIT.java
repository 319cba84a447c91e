package org.cachette.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each wrong use fails the deployment, all in one message. */
@Tag("ee11")
final class WrongValuesIT {

    private static final String CLASS = WrongValues.class.getName();

    private static List<String> problems = List.of();

    @BeforeAll
    static void deploy() {
        try (EmbeddedServer server = EmbeddedServer.start(Map.of(), WrongValues.class, WrongValues.OnAClass.class)) {
            throw new AssertionError("the deployment was not refused, it answers at " + server.uri());
        } catch (RuntimeException refused) {
            problems = Objects.toString(refused.getMessage())
                    .lines()
                    .map(line -> line.startsWith("- ") ? line.substring(2) : line)
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "Cached | nothing | returns nothing: expected a result",
                "Cached | secret | cannot act: expected a public or protected method that is neither static nor final",
                "Cached | shared | cannot act: expected a public or protected method that is neither static nor final",
                "Cached | stream | returns a java.io.InputStream, which is used up when it is read: expected a value such as a"
                        + " list or a record",
                "Cached | elements | returns a java.util.stream.Stream, which is used up when it is read: expected a value such"
                        + " as a list or a record",
                "Cached | plain | returns what cache \"default\" cannot keep: class java.util.OptionalInt does not implement"
                        + " java.io.Serializable",
                "Cached | thing | returns what cache \"default\" cannot keep: class org.cachette.values.WrongValues$Thing does"
                        + " not implement java.io.Serializable",
                "Cached | timeout | has timeout = -2: expected seconds, 0 or more, or none for the cache's own",
                "Cached | cache | has cache = \"other\", which is not configured: expected one of [default]",
                "Cached | unknown | has an expression that cannot work: {member} is no parameter: expected 0 to 0 or one of"
                        + " name",
                "Cached | index | has an expression that cannot work: {2} is no parameter: expected 0 to 1 or one of one, two",
                "Cached | property | has an expression that cannot work: {thing.size} needs a public method size() or"
                        + " getSize() of org.cachette.values.WrongValues$Thing, which is not there",
                "Cached | brace | has an expression that cannot work: \"a-{0\" has a brace without its other one: expected {0}"
                        + " or {name}",
                "Cached | touching | has an expression that cannot work: \"{one}{two}\" does not say where one argument ends and"
                        + " the next begins: expected a sign such as - or : between them",
                "Cached | object | has an expression that cannot work: {0} is a org.cachette.values.WrongValues$Thing, which"
                        + " cannot be part of a key: expected text, a number, a date, an enum, a collection of them, or a"
                        + " property that is one",
                "Cached | both | has @Invalidates too, but a hit changes nothing: expected one of them",
                "Cached | page | has @CachePage too: expected one of them",
                "Cached | saying | has @CacheControl too, which a hit would not say of the page: expected it on the resource"
                        + " method",
                "Cached | escape | has an expression that cannot work: \"{one}%{two}\" does not say where one argument ends"
                        + " and the next begins: expected a sign such as - or : between them",
                "Invalidates | what | says not what: expected key, fragment, page or pagePrefix",
                "Invalidates | varyOn | has varyOn, which is for a fragment: expected fragment too",
                "Invalidates | otherCache | has cache = \"other\", which is not configured: expected one of [default]",
                "Invalidates | topic | has an expression that cannot work: {topic} is no parameter: expected 0 to 0 or one of"
                        + " name"
            })
    void isOneProblem(String annotation, String method, String message) {
        assertThat(problems).containsOnlyOnce("@" + annotation + " on " + CLASS + "." + method + " " + message);
    }

    @Test
    void anAnnotationOnAClassIsAProblem() {
        assertThat(problems)
                .contains(
                        "@Cached on " + WrongValues.OnAClass.class.getName() + " cannot act: expected it on a method");
    }

    @Test
    void whatIsRightIsNotComplainedAbout() {
        // Beside those above: @CachePage on a method that is no resource.
        assertThat(problems).first().isEqualTo("Cachette found 25 problems:");
    }
}
