package org.cachette.samples.forum.data;

/** Where a page of a list begins. */
class Paging {

    private Paging() {}

    /** The index of the first row of {@code page}, which counts from 1; far pages are all the last possible one. */
    static int first(int page, int size) {
        return (int) Math.min(Integer.MAX_VALUE - size, (page - 1L) * size);
    }
}
