/**
 * Settings made into live caches: keys, versions, timeouts, what happens when a store fails, one computation per key.
 * Entry type: {@link org.cachette.named.NamedCaches}. Ours alone.
 */
@NullMarked
package org.cachette.named;

import org.jspecify.annotations.NullMarked;
