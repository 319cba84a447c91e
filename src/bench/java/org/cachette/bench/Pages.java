package org.cachette.bench;

import java.nio.charset.StandardCharsets;

/** What the resources of the page figures answer. */
final class Pages {

    /** 4 kB of text. */
    static final String CONSTANT = "Of making many books there is no end. 0123456789 abcdefghijklmnop"
            .repeat(64)
            .substring(0, 4096);

    static final byte[] CONSTANT_BYTES = CONSTANT.getBytes(StandardCharsets.US_ASCII);

    private Pages() {}
}
