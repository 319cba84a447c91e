package org.cachette.page;

/** What the calling thread, or its transaction, is about to invalidate: until then it reads past the cache. */
@FunctionalInterface
public interface OwnChanges {

    /** Nobody's. */
    OwnChanges NONE = (cache, key) -> false;

    /** Whether the entry under that key is one of them. */
    boolean contains(String cache, String key);
}
