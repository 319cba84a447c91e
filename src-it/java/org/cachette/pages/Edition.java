package org.cachette.pages;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What the pages of {@link VersionedPages} say at present; set by tests. */
@ApplicationScoped
public class Edition {

    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private volatile String tag = "v1";
    private volatile int status = 200;
    private volatile boolean throwing;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    public String tag() {
        return tag;
    }

    public int status() {
        return status;
    }

    public boolean isThrowing() {
        return throwing;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** Waits where tests hold methods back. */
    public void passGate() {
        try {
            if (!gate.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody opened the gate");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void shutGate() {
        gate = new CountDownLatch(1);
    }

    void openGate() {
        gate.countDown();
    }

    void become(String newTag) {
        tag = newTag;
    }

    void answerWith(int newStatus) {
        status = newStatus;
    }

    void failByException(boolean failing) {
        throwing = failing;
    }

    /** Another header of all answers from now on, 304s too. */
    void say(String name, String value) {
        headers.put(name, value);
    }
}
