/**
 * Pieces of pages: rendered once, kept in a cache, and dropped when the data changes. Entry type:
 * {@link org.cachette.fragment.FragmentCache}; applications and template engines use it as
 * {@link org.cachette.Fragments}.
 */
@NullMarked
package org.cachette.fragment;

import org.jspecify.annotations.NullMarked;
