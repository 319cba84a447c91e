/** Cached pages of embedded applications, as a client sees them over a socket. */
@NullMarked
package org.cachette.pages;

import org.jspecify.annotations.NullMarked;
