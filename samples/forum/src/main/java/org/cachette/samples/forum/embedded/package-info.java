/** The forum run by itself: web server, CDI container and database in one process. Not in the war. */
@NullMarked
package org.cachette.samples.forum.embedded;

import org.jspecify.annotations.NullMarked;
