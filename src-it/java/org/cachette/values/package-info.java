/** Methods whose results are kept and dropped, in a real container. */
@NullMarked
package org.cachette.values;

import org.jspecify.annotations.NullMarked;
