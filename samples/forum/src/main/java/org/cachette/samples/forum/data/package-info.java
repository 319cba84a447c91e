/** What the forum knows: its tables, how they are filled, and the questions that the pages ask them. */
@NullMarked
package org.cachette.samples.forum.data;

import org.jspecify.annotations.NullMarked;
