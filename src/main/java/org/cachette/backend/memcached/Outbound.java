package org.cachette.backend.memcached;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Requests on their way out. One thread at a time writes, those of all others too that came in the meantime; the others
 * go on at once.
 */
final class Outbound {

    private static final int CHUNK = 32 * 1024;

    private final WritableByteChannel channel;
    private final ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK).flip();
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private int taken;
    private boolean writing;
    private volatile boolean stuck;

    Outbound(WritableByteChannel channel) {
        this.channel = channel;
    }

    /** Puts a call's bytes behind all others. True when the caller is the one to {@link #write}. */
    synchronized boolean append(Call call) {
        for (Request request : call.requests()) {
            waiting.add(request.bytes());
        }
        boolean mine = !writing;
        writing = true;
        return mine;
    }

    /** Makes the caller the one to {@link #write}, unless another is; until then all others leave their bytes to it. */
    synchronized boolean claim() {
        boolean mine = !writing;
        writing = true;
        return mine;
    }

    /** Writes until nothing waits or the channel takes no more: then it is stuck, and whoever reads is to go on. */
    void write() throws IOException {
        while (chunk.hasRemaining() || refill()) {
            channel.write(chunk);
            if (chunk.hasRemaining()) {
                stuck = true;
                return;
            }
        }
    }

    boolean isStuck() {
        return stuck;
    }

    void resume() throws IOException {
        stuck = false;
        write();
    }

    private synchronized boolean refill() {
        chunk.clear();
        for (byte[] next = waiting.peek(); next != null && chunk.hasRemaining(); next = waiting.peek()) {
            int count = Math.min(chunk.remaining(), next.length - taken);
            chunk.put(next, taken, count);
            taken += count;
            if (taken == next.length) {
                waiting.remove();
                taken = 0;
            }
        }
        chunk.flip();
        writing = chunk.hasRemaining();
        return writing;
    }
}
