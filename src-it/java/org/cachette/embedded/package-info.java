/** Integration tests on the embedded stack (Jersey in Grizzly, Weld SE, SmallRye Config) and the server they start. */
@NullMarked
package org.cachette.embedded;

import org.jspecify.annotations.NullMarked;
