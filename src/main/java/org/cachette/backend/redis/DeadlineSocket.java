package org.cachette.backend.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;

/**
 * A connected socket on which connecting, reading and writing end at a deadline, which a time-out of a plain socket
 * does not: it begins anew with each read, and knows no writes. Interrupts are left for later. For one thread at a time;
 * any thread may close it.
 */
final class DeadlineSocket extends Socket {

    private static final int KEEP_ALIVE_SECONDS = 10;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey readiness;
    private final InputStream in = new In();
    private final OutputStream out = new Out();
    private volatile long deadline;
    private volatile boolean late;
    private boolean justWritten;

    /** Connects, until the deadline, by {@link System#nanoTime}. */
    DeadlineSocket(InetSocketAddress address, long deadline) throws IOException {
        this.deadline = deadline;
        this.channel = SocketChannel.open();
        this.selector = selectorFor(channel);
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            keepAlive();
            this.readiness = channel.register(selector, 0);
            boolean connected = channel.connect(address);
            while (!connected) {
                await(SelectionKey.OP_CONNECT);
                connected = channel.finishConnect();
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private static Selector selectorFor(SocketChannel channel) throws IOException {
        try {
            return Selector.open();
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** So that also a reader who waits without a deadline learns that the way to the server is cut. */
    private void keepAlive() throws IOException {
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        if (channel.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
            channel.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, KEEP_ALIVE_SECONDS);
            channel.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, KEEP_ALIVE_SECONDS / 2);
            channel.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, 3);
        }
    }

    /** From now on everything ends then. */
    void deadline(long nanoTime) {
        deadline = nanoTime;
    }

    /** True when a deadline has passed. */
    boolean isLate() {
        return late;
    }

    private void await(int operation) throws IOException {
        if (readiness.interestOps() != operation) {
            readiness.interestOps(operation);
        }
        boolean interrupted = false;
        try {
            int ready = 0;
            while (ready == 0) {
                long nanos = deadline - System.nanoTime();
                if (nanos <= 0) {
                    late = true;
                    throw new SocketTimeoutException("no answer within the time limit");
                }
                ready = selector.select(TimeUnit.NANOSECONDS.toMillis(nanos) + 1);
                interrupted |= Thread.interrupted();
                selector.selectedKeys().clear();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private final class In extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer target = ByteBuffer.wrap(bytes, offset, length);
            if (justWritten) {
                justWritten = false;
                if (deadline - System.nanoTime() > 0) { // what came while others were waited for is read all the same
                    await(SelectionKey.OP_READ); // the answer is never there already
                }
            }
            int count = channel.read(target);
            while (count == 0 && length > 0) {
                await(SelectionKey.OP_READ);
                count = channel.read(target);
            }
            return count;
        }
    }

    private final class Out extends OutputStream {

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer source = ByteBuffer.wrap(bytes, offset, length);
            channel.write(source);
            while (source.hasRemaining()) {
                await(SelectionKey.OP_WRITE);
                channel.write(source);
            }
            justWritten = true;
        }
    }

    @Override
    public InputStream getInputStream() {
        return in;
    }

    @Override
    public OutputStream getOutputStream() {
        return out;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    /** Of no meaning here. */
    @Override
    public void setSoTimeout(int millis) {}

    @Override
    public int getSoTimeout() {
        return 0;
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
        selector.close();
    }
}
