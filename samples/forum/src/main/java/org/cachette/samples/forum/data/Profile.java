package org.cachette.samples.forum.data;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** One member in numbers; {@code rank} 1 has written most. */
public record Profile(
        String name,
        Instant joined,
        long posts,
        long lettersSent,
        long lettersReceived,
        long mentions,
        long rank,
        List<Tally> writesTo)
        implements Serializable {}
