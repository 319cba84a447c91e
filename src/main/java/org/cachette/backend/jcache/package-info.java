/**
 * The backend {@code jcache}: entries in any JSR-107 provider, as Hazelcast, Infinispan or Ehcache. The location is the
 * name of a JCache cache, of a {@code CacheManager} bean of the application or of a provider on the class path. Ours
 * alone; reached by its name in {@code cachette.caches.<name>.backend}. Needs {@code javax.cache:cache-api}.
 */
@NullMarked
package org.cachette.backend.jcache;

import org.jspecify.annotations.NullMarked;
