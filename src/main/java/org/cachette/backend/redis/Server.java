package org.cachette.backend.redis;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Where a Redis listens.
 *
 * @param host a name or an address
 */
record Server(String host, int port) {

    static final int DEFAULT_PORT = 6379;

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.%]*:[0-9A-Fa-f:.%]*");

    /** Looks a name up, which can take long and so is not for the caller's thread. */
    InetSocketAddress resolved(long deadline) throws IOException {
        if (ADDRESS.matcher(host).matches()) {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        }
        FutureTask<InetAddress> lookup = new FutureTask<>(() -> InetAddress.getByName(host));
        Thread thread = new Thread(lookup, "cachette-redis-lookup-" + host);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    long left = Math.max(0, deadline - System.nanoTime());
                    return new InetSocketAddress(lookup.get(left, TimeUnit.NANOSECONDS), port);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e.getCause());
        } catch (TimeoutException e) {
            InterruptedIOException late =
                    new InterruptedIOException("no address of " + host + " within the time limit");
            late.initCause(e);
            throw late;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
