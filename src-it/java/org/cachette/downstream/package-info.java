/** Shared caches of others in front of an application with Cachette: what they are told, they do. Used by tests only. */
@NullMarked
package org.cachette.downstream;

import org.jspecify.annotations.NullMarked;
