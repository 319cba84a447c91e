package org.cachette.samples.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The clock of the gateway under test; it stands still until it is told to go on. One for all gateways of the process. */
@ApplicationScoped
public class TestClock implements InstantSource {

    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));

    static void advance(Duration duration) {
        NOW.updateAndGet(now -> now.plus(duration));
    }

    static Instant now() {
        return NOW.get();
    }

    @Override
    public Instant instant() {
        return now();
    }
}
