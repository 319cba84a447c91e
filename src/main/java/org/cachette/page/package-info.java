/**
 * The page cache: whole responses, kept per URL and served while fresh.
 *
 * <p>What is kept: the answer of a GET, HEAD or QUERY whose method has a {@link org.cachette.page.PagePolicy}, when
 * {@link org.cachette.http.Storability} allows it. For how long: the policy's timeout; clients are told the smaller of
 * it and the response's own {@code max-age}. Under which key: {@link org.cachette.page.PageKeys}, the URL first, then
 * the request fields that the response named in {@code Vary}. To whom it is served: to whom
 * {@link org.cachette.http.Sharing} allows, which is everybody for a response that does not belong to an identified
 * visitor.
 *
 * <p>One {@link org.cachette.page.Exchange} accompanies each request. {@link org.cachette.page.PageCache} looks up
 * before the method runs and completes the response after it. Nothing here knows JAX-RS or CDI; {@code jaxrs} and
 * {@code cdi} are the callers.
 */
@NullMarked
package org.cachette.page;

import org.jspecify.annotations.NullMarked;
