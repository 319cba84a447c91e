/** The forum on a Jakarta EE server, with the server's transactions and data source. Not in the runnable jar. */
@NullMarked
package org.cachette.samples.forum.server;

import org.jspecify.annotations.NullMarked;
