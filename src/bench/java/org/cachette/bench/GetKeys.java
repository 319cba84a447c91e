package org.cachette.bench;

import java.util.stream.IntStream;

/** The keys and the value that both caches of the first figure hold. */
final class GetKeys {

    static final String VALUE = "a value that somebody computed";

    private static final int COUNT = 64;

    private final String[] keys = IntStream.range(0, COUNT)
            .mapToObj(i -> String.format("topic-page-of-nr-%03d", i))
            .toArray(String[]::new);
    private int last;

    String[] all() {
        return keys;
    }

    /** The next key, of 20 characters; another one each time, so that no hash is there beforehand. */
    String next() {
        last = (last + 1) % COUNT;
        return keys[last];
    }
}
