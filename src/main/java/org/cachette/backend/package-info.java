/**
 * Where the values of a cache live: what one writes to bring a store along. A {@link org.cachette.backend.Backend} is
 * made for each cache by the {@link org.cachette.backend.BackendFactory} that {@code cachette.caches.<name>.backend}
 * names, from {@link org.cachette.backend.BackendSettings}; values leave the process through a
 * {@link org.cachette.backend.Serializer}.
 *
 * <p>This package is a promise to those who write backends and serializers. Each of its folders holds one backend, is
 * ours alone, and never uses another one.
 */
@NullMarked
package org.cachette.backend;

import org.jspecify.annotations.NullMarked;
