package org.cachette.page;

/** How a {@link Flight} ended, for those who wait for it. */
enum Landing {
    /** Its page is stored: look again. */
    STORED,
    /** Its answer is for nobody else, and the next ones won't be either: each goes its own way. */
    UNSHARED,
    /** It gave nothing, which says nothing about the next one: one of those who wait takes over. */
    FAILED
}
