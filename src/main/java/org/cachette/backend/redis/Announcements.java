package org.cachette.backend.redis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * What processes tell each other over a channel of the server: who says it, and the full key of an entry that changed,
 * two bytes for each character; or that everything did.
 */
final class Announcements {

    private static final int SENDER = 16;
    private static final byte ENTRY = 'e';
    private static final byte EVERYTHING = 'a';

    private final byte[] channel;
    private final byte[] sender = new byte[SENDER];

    /** Servers do not keep the channels of their databases apart. */
    Announcements(int database) {
        this.channel = ("cachette:changes:" + database).getBytes(StandardCharsets.US_ASCII);
        new SecureRandom().nextBytes(sender);
    }

    byte[] channel() {
        return channel.clone();
    }

    /** Says that an entry changed, on the server of its key. */
    Request of(byte[] key, String fullKey) {
        ByteBuffer message = ByteBuffer.allocate(SENDER + 1 + 2 * fullKey.length());
        message.put(sender).put(ENTRY).asCharBuffer().put(fullKey);
        return Request.publish(key, channel, message.array());
    }

    /** Says that everything changed. */
    Request ofEverything() {
        return Request.publish(
                channel,
                channel,
                ByteBuffer.allocate(SENDER + 1).put(sender).put(EVERYTHING).array());
    }

    /** Tells of a message that is not our own; of one that is none, nothing. */
    void read(byte[] message, Consumer<String> changed, Runnable everythingChanged) {
        if (message.length <= SENDER || Arrays.equals(message, 0, SENDER, sender, 0, SENDER)) {
            return;
        }
        if (message[SENDER] == ENTRY && (message.length - SENDER) % 2 == 1) {
            changed.accept(ByteBuffer.wrap(message, SENDER + 1, message.length - SENDER - 1)
                    .asCharBuffer()
                    .toString());
        } else if (message[SENDER] == EVERYTHING) {
            everythingChanged.run();
        }
    }
}
