/**
 * The backend {@code dummy}: stores nothing, for development and tests. Keys are checked all the same. Ours alone;
 * reached by its name in {@code cachette.caches.<name>.backend} and by {@code cachette.enabled=false}.
 */
@NullMarked
package org.cachette.backend.dummy;

import org.jspecify.annotations.NullMarked;
