/**
 * What methods return, kept in a cache, and dropped with fragments and pages when other methods change the data. Entry types:
 * {@link org.cachette.value.ValueCache} and {@link org.cachette.value.Invalidations}; for the interceptors of
 * {@code org.cachette.cdi}.
 */
@NullMarked
package org.cachette.value;

import org.jspecify.annotations.NullMarked;
