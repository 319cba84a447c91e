package org.cachette.backend.memcached;

import java.nio.ByteBuffer;
import org.cachette.backend.memcached.Answer.Code;
import org.jspecify.annotations.Nullable;

/**
 * Makes answers of the bytes that a server sends, in pieces as they come. Takes no more memory than the longest item
 * that may be, whatever the server says. For one thread at a time.
 */
final class AnswerReader {

    private final int longestItem;
    private @Nullable AnswerLine line;
    private byte[] item = new byte[0];
    private long read;

    AnswerReader(int longestItem) {
        this.longestItem = longestItem;
    }

    /**
     * The answer to a request; null when it is not complete yet: then there are to be more bytes the next time.
     *
     * @throws ProtocolException when it is not the answer to this request
     */
    @Nullable
    Answer next(ByteBuffer in, Request request) throws ProtocolException {
        AnswerLine head = line;
        if (head == null) {
            head = AnswerLine.read(in, request);
            if (head == null || head.length() < 0) {
                return head == null ? null : head.withoutItem();
            }
            line = head;
            read = 0;
            item = new byte[head.length() > longestItem ? 0 : (int) head.length()];
        }
        return readItem(in, head) ? finished(head) : null;
    }

    /** True when the item and the end of its line have come. */
    private boolean readItem(ByteBuffer in, AnswerLine head) throws ProtocolException {
        int count = (int) Math.min(in.remaining(), head.length() - read);
        if (item.length == head.length()) {
            in.get(item, (int) read, count);
        } else {
            in.position(in.position() + count);
        }
        read += count;
        if (read < head.length() || in.remaining() < 2) {
            return false;
        }
        if (in.get() != '\r' || in.get() != '\n') {
            throw new ProtocolException("an item that is longer than its length says");
        }
        return true;
    }

    private Answer finished(AnswerLine head) {
        byte[] complete = item;
        item = new byte[0];
        line = null;
        return complete.length == head.length() ? head.withItem(complete) : Answer.of(Code.TOO_LONG);
    }

    /** True between two answers. */
    boolean isIdle() {
        return line == null;
    }
}
