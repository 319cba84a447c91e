/** The visitors of the integration tests: HTTP clients that show each answer as it came. Used by tests only. */
@NullMarked
package org.cachette.client;

import org.jspecify.annotations.NullMarked;
