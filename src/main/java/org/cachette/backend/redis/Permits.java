package org.cachette.backend.redis;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A semaphore that leaves interrupts for later. */
final class Permits {

    private final Semaphore permits;

    Permits(int count) {
        this.permits = new Semaphore(count);
    }

    /** False when there is none until the deadline. */
    boolean acquire(long deadline) {
        if (permits.tryAcquire()) {
            return true;
        }
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return permits.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void release() {
        permits.release();
    }
}
