/**
 * Fragments in Jakarta Pages: the tag library {@code org.cachette.tags}, which is
 * {@link org.cachette.fragment.jsp.CacheTag}. Containers make its tags; nothing else of Cachette uses it.
 */
@NullMarked
package org.cachette.fragment.jsp;

import org.jspecify.annotations.NullMarked;
