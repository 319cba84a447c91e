package org.cachette.values;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.cachette.annotation.Invalidates;

/** Data behind pages and fragments. */
@ApplicationScoped
public class Topics {

    private final AtomicInteger version = new AtomicInteger();

    public int version() {
        return version.get();
    }

    @Invalidates(page = "/topics/{id}")
    public void changeOne(String id) {
        version.incrementAndGet();
    }

    @Invalidates(pagePrefix = "/topics/")
    @Invalidates(
            fragment = "topic",
            varyOn = {"{0}", "v"})
    public void changeAll(String id) {
        version.incrementAndGet();
    }
}
