/**
 * Fragments in FreeMarker templates: {@link org.cachette.fragment.freemarker.FragmentDirective}. For applications that
 * bring {@code org.freemarker:freemarker}; nothing else of Cachette uses it.
 */
@NullMarked
package org.cachette.fragment.freemarker;

import org.jspecify.annotations.NullMarked;
