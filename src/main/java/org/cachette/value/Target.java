package org.cachette.value;

import java.net.URI;

/** What is dropped. */
sealed interface Target {

    /** The result of a method. */
    record OfValue(String cache, String key) implements Target {}

    /** A piece of a page. */
    record OfFragment(String cache, String key) implements Target {}

    /** A page. */
    record OfPage(URI uri) implements Target {}

    /** All pages whose URI begins so. */
    record OfPrefix(URI prefix) implements Target {}
}
