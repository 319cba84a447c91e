/**
 * How fast Cachette is, as ratios: the work with it and the same work without it take turns, mostly each in a JVM of its
 * own, so that what else the machine does weighs on both. {@link org.cachette.bench.Benchmarks} runs everything, in the
 * Maven profile {@code bench}. Used by nobody.
 *
 * <p>Three things are measured, each beside the least that anyone would have to pay without Cachette:
 * <ul>
 * <li>{@code cache.get} beside Caffeine, {@link org.cachette.bench.CacheGet} and {@link org.cachette.bench.BareGet};
 * <li>a page hit beside a method that returns a constant, {@link org.cachette.bench.PageHit} and
 *     {@link org.cachette.bench.ConstantPage}, and what it allocates beside the same as bytes,
 *     {@link org.cachette.bench.ConstantBytes};
 * <li>a page hit in caches of growing size, {@link org.cachette.bench.CrowdedPages}.
 * </ul>
 */
@NullMarked
package org.cachette.bench;

import org.jspecify.annotations.NullMarked;
