package org.cachette.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A server without our client in between. Characters are bytes. */
final class RawMemcached implements AutoCloseable {

    private final SocketChannel channel;

    RawMemcached(String location) {
        try {
            channel = Servers.of(location).get(0).connect(1000);
            channel.configureBlocking(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is answered at once. */
    String ask(String command) {
        return ask(command.getBytes(StandardCharsets.ISO_8859_1));
    }

    String ask(byte[] command) {
        try {
            for (ByteBuffer out = ByteBuffer.wrap(command); out.hasRemaining(); ) {
                channel.write(out);
            }
            ByteBuffer in = ByteBuffer.allocate(1 << 16);
            channel.read(in);
            return new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void say(String command, String expected) {
        assertThat(ask(command)).isEqualTo(expected);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
