/**
 * The applications of the tests on real servers. Every answer carries the number of the call that made it, so that a
 * visitor sees whether the method ran again. These classes are packed into wars and use the platform only.
 */
@NullMarked
package org.cachette.server.app;

import org.jspecify.annotations.NullMarked;
