/** A reverse proxy that keeps what it may: a JAX-RS application that relays each request, with Cachette in front. */
@NullMarked
package org.cachette.samples.gateway;

import org.jspecify.annotations.NullMarked;
