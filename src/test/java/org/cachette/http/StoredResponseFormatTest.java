package org.cachette.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cachette.http.Given.NOW;
import static org.cachette.http.Given.headers;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class StoredResponseFormatTest {

    private static final StoredResponse EXAMPLE = new StoredResponse(
            404,
            headers("Content-Type: text/plain", "X-A: 1", "X-A: \u00fc\u20ac", "X-Empty:"),
            "Not here".getBytes(UTF_8),
            NOW.plusNanos(123_456_789),
            NOW.plusSeconds(60));

    private static void assertUnreadable(byte[] bytes, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoredResponse.fromBytes(bytes))
                .withMessageStartingWith("Not a stored response that can be read: ")
                .withMessageContaining(why);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(StoredResponse.fromBytes(EXAMPLE.toBytes())).isEqualTo(EXAMPLE);
    }

    @Test
    void anythingThatCanBeStoredIsReadBack() {
        Random random = new Random(13);
        for (int i = 0; i < 500; i++) {
            byte[] body = new byte[random.nextInt(300)];
            random.nextBytes(body);
            StoredResponse stored = new StoredResponse(
                    random.nextInt(100, 1000),
                    Map.of("A", List.of("x".repeat(random.nextInt(300))), "B", List.of()),
                    body,
                    Instant.ofEpochSecond(random.nextLong(-1L << 50, 1L << 50), random.nextInt(1_000_000_000)),
                    random.nextBoolean() ? Instant.MAX : Instant.MIN);
            assertThat(StoredResponse.fromBytes(stored.toBytes())).isEqualTo(stored);
        }
    }

    @Test
    void theFormatIsCompact() {
        StoredResponse small = new StoredResponse(200, Map.of(), new byte[100], NOW, NOW);

        assertThat(small.toBytes()).hasSizeLessThan(125);
    }

    @Test
    void foreignBytesSayThatTheyAreForeign() {
        assertUnreadable(new byte[0], "it does not begin as one");
        assertUnreadable("rO0ABXNyABFqYXZhLnV0aWwu".getBytes(UTF_8), "it does not begin as one");
    }

    @Test
    void anotherVersionIsNamed() {
        byte[] bytes = EXAMPLE.toBytes();
        bytes[4] = 2;

        assertUnreadable(bytes, "it has version 2 of the format, expected 1");
    }

    @Test
    void bytesCutAnywhereAreRefused() {
        byte[] bytes = EXAMPLE.toBytes();
        for (int length = 0; length < bytes.length; length++) {
            assertUnreadable(Arrays.copyOf(bytes, length), "");
        }
    }

    @Test
    void bytesBehindTheEndAreRefused() {
        byte[] bytes = EXAMPLE.toBytes();

        assertUnreadable(Arrays.copyOf(bytes, bytes.length + 1), "it goes on behind its end");
    }

    @Test
    void aGiantLengthTakesNoMemory() {
        byte[] start = new StoredResponse(200, Map.of(), new byte[0], NOW, NOW).toBytes();
        for (byte last : new byte[] {7, 15, 127}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(start, 0, start.length - 1);
            bytes.writeBytes(new byte[] {-1, -1, -1, -1, last});

            assertUnreadable(bytes.toByteArray(), "");
        }
    }

    @Test
    void aNumberWithoutEndIsRefused() {
        byte[] bytes = Arrays.copyOf(EXAMPLE.toBytes(), 40);
        Arrays.fill(bytes, 5, 40, (byte) -1);

        assertUnreadable(bytes, "a number without end");
    }

    @Test
    void aFieldThatNoServerCouldSendIsRefused() {
        Map<String, List<String>> split = Map.of("A", List.of("b\r\nSet-Cookie: c=d"));
        Map<String, List<String>> unnamed = Map.of("A b", List.of("c"));

        assertUnreadable(new StoredResponse(200, split, new byte[0], NOW, NOW).toBytes(), "control characters");
        assertUnreadable(new StoredResponse(200, unnamed, new byte[0], NOW, NOW).toBytes(), "proper name");
    }

    @Test
    void spoiltBytesGiveAResponseOrARefusalAndNothingElse() {
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = EXAMPLE.toBytes();
            for (int change = random.nextInt(3); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            refused += refuses(bytes) ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }

    @Test
    void randomBytesBehindTheMagicAreRefusedOrRead() {
        Random random = new Random(6);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[5 + random.nextInt(60)];
            random.nextBytes(bytes);
            System.arraycopy(EXAMPLE.toBytes(), 0, bytes, 0, 5);
            refuses(bytes);
        }
    }

    /** Any other exception fails the test. */
    private static boolean refuses(byte[] bytes) {
        try {
            StoredResponse.fromBytes(bytes);
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
