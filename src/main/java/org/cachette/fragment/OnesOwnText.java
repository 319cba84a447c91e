package org.cachette.fragment;

/** Carries a text that is one visitor's own past the cache, and past those who wait for it. */
final class OnesOwnText extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String text;

    OnesOwnText(String text) {
        super("a fragment holds what is one visitor's own", null, false, false);
        this.text = text;
    }

    String text() {
        return text;
    }
}
