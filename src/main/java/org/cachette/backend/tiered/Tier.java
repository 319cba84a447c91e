package org.cachette.backend.tiered;

/**
 * A value in one form or several: to be stored, it has that of either store; a copy has the near store's; one that was
 * read from the far store is the value itself, or, where that cannot be made of it, has the far store's form.
 *
 * @param <N> the form in which the near store keeps values
 * @param <F> the form in which the far store keeps them
 */
sealed interface Tier<N, F> {

    /** Not stored yet. */
    record New<N, F>(N near, F far) implements Tier<N, F> {}

    /** A copy. */
    record Copy<N, F>(N near) implements Tier<N, F> {}

    /** Read from the far store, and a value of the reader's own. */
    record Read<N, F>(Object value) implements Tier<N, F> {}

    /** Read from the far store, and unreadable. */
    record Unreadable<N, F>(F far) implements Tier<N, F> {}
}
