/**
 * Fragments in Thymeleaf templates: {@link org.cachette.fragment.thymeleaf.FragmentDialect}. For applications that bring
 * {@code org.thymeleaf:thymeleaf}; nothing else of Cachette uses it.
 */
@NullMarked
package org.cachette.fragment.thymeleaf;

import org.jspecify.annotations.NullMarked;
