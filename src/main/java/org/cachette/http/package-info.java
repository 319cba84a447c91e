/**
 * The rules of HTTP caching (RFC 9110, RFC 9111 and their relatives) as pure decisions: everything comes in as an
 * argument, the time included, and a value that carries its reason goes out. No clock, no I/O, nothing but
 * {@code java..} and JSpecify's annotations.
 *
 * <p>This package is a promise to users and may be used by every other one.
 */
@NullMarked
package org.cachette.http;

import org.jspecify.annotations.NullMarked;
