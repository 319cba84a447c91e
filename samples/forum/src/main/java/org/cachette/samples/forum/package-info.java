/** The pages of the forum, one resource class each, and how they become HTML. */
@NullMarked
package org.cachette.samples.forum;

import org.jspecify.annotations.NullMarked;
