package org.cachette.backend.memcached;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Carries the calls of all threads to one server, one behind the other, and has no thread of its own: of the callers
 * that wait, one reads the answers of all until its own has come, and hands over to the next. While it reads it also
 * writes for all. After a time-out or a wrong answer nothing that still comes can be believed, so the connection is given
 * up with all that waits.
 */
@SuppressWarnings("ThreadPriorityCheck") // It is right without any yield; with them, others get to run first.
final class Connection {

    private static final int BUFFER = 32 * 1024;

    /**
     * Who reads looks again and again for so long before it sleeps, and lets others run in between: a server that is near
     * answers sooner than a thread is woken.
     */
    private static final long EAGER_NANOS = Runtime.getRuntime().availableProcessors() > 1 ? 30_000 : 0;

    /** How often who waits lets others run before it sleeps. */
    private static final int TURNS = 3;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey readiness;
    private final Outbound outbound;
    private final AnswerReader answers;
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
    private final ReentrantLock reading = new ReentrantLock();
    private final Queue<Call> waiting = new ConcurrentLinkedQueue<>();
    private volatile @Nullable IOException broken;

    /** Takes over a channel that does not block. */
    Connection(SocketChannel channel, int longestItem) throws IOException {
        this.channel = channel;
        this.selector = Selector.open();
        try {
            this.readiness = channel.register(selector, SelectionKey.OP_READ);
        } catch (IOException | RuntimeException e) {
            selector.close();
            throw e;
        }
        this.outbound = new Outbound(channel);
        this.answers = new AnswerReader(longestItem);
    }

    boolean isBroken() {
        return broken != null;
    }

    /** Sends requests; each call is to be awaited by the same thread. */
    Call send(List<Request> requests) throws IOException {
        Call call = new Call(requests);
        boolean mine;
        synchronized (waiting) {
            IOException reason = broken;
            if (reason != null) {
                throw new IOException(reason.getMessage(), reason);
            }
            waiting.add(call);
            mine = outbound.append(call);
        }
        if (mine) {
            write();
        }
        return call;
    }

    private void write() {
        try {
            outbound.write();
        } catch (IOException e) {
            breakOff(e);
        }
        if (outbound.isStuck()) {
            selector.wakeup();
        }
    }

    /** The answers; waits until a time of {@link System#nanoTime}. Interrupts are left for later. */
    List<Answer> await(Call call, long deadline) throws IOException {
        boolean interrupted = false;
        while (!call.isOver()) {
            interrupted |= Thread.interrupted();
            long left = deadline - System.nanoTime();
            if (reading.tryLock()) {
                try {
                    read(call, deadline);
                } finally {
                    reading.unlock();
                    handOver();
                }
            } else if (left > 0) {
                waitAside(call, left);
                continue;
            }
            if (!call.isOver() && deadline - System.nanoTime() <= 0) {
                breakOff(new IOException("no answer within the time limit"));
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return call.result();
    }

    /** To be woken costs more than to let others run a few times, and then the answer is often there. */
    private void waitAside(Call call, long nanos) {
        for (int turn = 0; turn < TURNS && !call.isOver(); turn++) {
            Thread.yield();
        }
        if (!call.isOver()) {
            LockSupport.parkNanos(this, nanos);
        }
    }

    /** Whoever waits longest is the next to read. */
    private void handOver() {
        Call next = waiting.peek();
        if (next != null) {
            next.wake();
        }
    }

    /** Reads for everyone, until this call is over, the time is up, or the thread is interrupted. */
    private void read(Call call, long deadline) {
        try {
            long eagerUntil = System.nanoTime() + EAGER_NANOS;
            while (!call.isOver()) {
                if (readAndWrite()) {
                    eagerUntil = System.nanoTime() + EAGER_NANOS;
                } else if (System.nanoTime() - eagerUntil < 0) {
                    Thread.yield();
                } else if (!sleep(deadline)) {
                    return;
                }
            }
        } catch (IOException e) {
            breakOff(e);
        } catch (ClosedSelectorException | java.nio.channels.CancelledKeyException e) {
            breakOff(new EOFException("the connection was closed"));
        }
    }

    /** Until something comes; false when the time is up, or the thread is interrupted. */
    private boolean sleep(long deadline) throws IOException {
        long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime() + 999_999);
        if (millis <= 0 || Thread.currentThread().isInterrupted()) {
            return false;
        }
        boolean stuck = outbound.isStuck();
        readiness.interestOps(stuck ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        selector.select(key -> {}, millis);
        if (stuck) {
            outbound.resume();
        }
        return true;
    }

    /**
     * Takes what has come; false when nothing has. The callers that got theirs run meanwhile, and leave their next
     * requests to this thread, so that many go out in one write.
     */
    private boolean readAndWrite() throws IOException {
        boolean mine = outbound.claim();
        boolean some = readOnce();
        if (mine) {
            if (some && !waiting.isEmpty()) {
                Thread.yield();
            }
            write();
        }
        return some;
    }

    /** Takes what has come; false when nothing has. */
    private boolean readOnce() throws IOException {
        int count = channel.read(in);
        if (count < 0) {
            throw new EOFException("the server closed the connection");
        }
        in.flip();
        for (Call head = waiting.peek(); head != null; head = waiting.peek()) {
            Answer answer = answers.next(in, head.current());
            if (answer == null) {
                break;
            }
            if (head.take(answer)) {
                waiting.remove();
                head.succeed();
            }
        }
        if (waiting.isEmpty() && in.hasRemaining()) {
            throw new ProtocolException("the server said something that nobody had asked for");
        }
        in.compact();
        return count > 0;
    }

    /** True when the server has closed an unused connection, or has said something on it. */
    boolean isStale() {
        if (waiting.isEmpty() && reading.tryLock()) {
            try {
                if (waiting.isEmpty()) {
                    readOnce();
                }
            } catch (IOException e) {
                breakOff(e);
            } finally {
                reading.unlock();
                handOver();
            }
        }
        return isBroken();
    }

    /** Gives the connection up; calls that wait fail. */
    void breakOff(IOException reason) {
        synchronized (waiting) {
            if (broken == null) {
                broken = reason;
            }
        }
        try (channel;
                selector) {
            for (Call call = waiting.poll(); call != null; call = waiting.poll()) {
                call.fail(reason);
            }
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
