package org.cachette.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A body is held until it is whole, or passes from the moment it outgrows the limit. */
final class HeldBodyTest {

    private final ByteArrayOutputStream client = new ByteArrayOutputStream();
    private final List<String> before = new ArrayList<>();
    private final HeldBody.Passing told = new HeldBody.Passing() {
        @Override
        public void begins() {
            before.add("client has " + client.size());
        }

        @Override
        public void isTooLarge() {
            before.add("too large");
        }
    };

    @Test
    void aBodyUpToTheLimitIsHeld() throws Exception {
        HeldBody body = body(5);
        body.write(bytes("hello"));
        body.flush();

        assertThat(body.isPassing()).isFalse();
        assertThat(body.bytes()).isEqualTo(bytes("hello"));
        assertThat(client.size()).isZero();
        assertThat(before).isEmpty();
    }

    @Test
    @Tag("R9111-16")
    void aBodyThatOutgrowsTheLimitPassesWhole() throws Exception {
        HeldBody body = body(5);
        body.write(bytes("hello"));
        body.write('!');
        body.write(bytes(" world"));

        assertThat(body.isPassing()).isTrue();
        assertThat(client.toString(StandardCharsets.UTF_8)).isEqualTo("hello! world");
    }

    @Test
    void whatIsToBeDoneBeforeIsDoneOnceBeforeTheFirstByte() throws Exception {
        HeldBody body = body(1);
        body.write(bytes("ab"));
        body.write(bytes("cd"));

        assertThat(before).containsExactly("too large", "client has 0");
    }

    @Test
    void aLimitOfZeroHoldsAnEmptyBodyOnly() throws Exception {
        HeldBody body = body(0);
        body.write(new byte[0]);
        assertThat(body.isPassing()).isFalse();

        body.write('a');
        assertThat(body.isPassing()).isTrue();
    }

    @Test
    void partsOfAnArrayAreHeldAsParts() throws Exception {
        HeldBody body = body(100);
        body.write(bytes("hello"), 1, 3);

        assertThat(body.bytes()).isEqualTo(bytes("ell"));
    }

    @Test
    void aStreamPassesWhenItIsFlushedAndIsCopied() throws Exception {
        HeldBody body = stream(100);
        body.write(bytes("one "));
        assertThat(client.size()).isZero();
        body.flush();
        assertThat(client.toString(StandardCharsets.UTF_8)).isEqualTo("one ");
        body.write(bytes("two"));

        assertThat(client.toString(StandardCharsets.UTF_8)).isEqualTo("one two");
        assertThat(body.isWhole()).isTrue();
        assertThat(body.bytes()).isEqualTo(bytes("one two"));
        assertThat(before).containsExactly("client has 0");
    }

    @Test
    void ofAStreamThatOutgrowsTheLimitNothingIsKept() throws Exception {
        HeldBody body = stream(5);
        body.write(bytes("hello"));
        body.flush();
        body.write(bytes(" world"));

        assertThat(client.toString(StandardCharsets.UTF_8)).isEqualTo("hello world");
        assertThat(body.isWhole()).isFalse();
        assertThat(body.bytes()).isEmpty();
        assertThat(before).containsExactly("client has 0", "too large");
    }

    private HeldBody body(int limit) {
        return new HeldBody(client, limit, false, told);
    }

    private HeldBody stream(int limit) {
        return new HeldBody(client, limit, true, told);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
