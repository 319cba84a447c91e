/**
 * Roof 1, where requests enter: JAX-RS filters and the writer interceptor around the page cache, registered by
 * {@link org.cachette.jaxrs.CacheFeature}, which every JAX-RS implementation finds as a service. They carry headers and
 * bytes between JAX-RS and {@code page}; whatever is a rule of HTTP is decided there and in {@code http}.
 *
 * <p>In the order of a request: {@link org.cachette.jaxrs.OpenExchangeFilter} first of all,
 * {@link org.cachette.jaxrs.FetchPageFilter} last before the method; {@link org.cachette.jaxrs.MethodHeadersFilter} first
 * after it, {@link org.cachette.jaxrs.PatchHeadersFilter} last; {@link org.cachette.jaxrs.StorePageInterceptor} around
 * everything that writes the body. Before all of them, in servlet containers, {@link org.cachette.jaxrs.EarlyHitFilter}
 * answers hits whose way it has learned from them. Nobody but {@code cdi} uses this package.
 */
@NullMarked
package org.cachette.jaxrs;

import org.jspecify.annotations.NullMarked;
