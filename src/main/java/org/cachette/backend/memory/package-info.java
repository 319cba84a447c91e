/**
 * The backend {@code memory}: entries on the heap of this process, in Caffeine, with Django's culling on top. Caches
 * on one location share one store. Ours alone; reached by its name in {@code cachette.caches.<name>.backend}.
 *
 * <p>A hit takes no lock. Immutable values are kept as they are, others as copies.
 */
@NullMarked
package org.cachette.backend.memory;

import org.jspecify.annotations.NullMarked;
