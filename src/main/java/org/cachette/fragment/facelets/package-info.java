/**
 * Fragments in Jakarta Faces: the tag library {@code org.cachette.tags} of Facelets, which is
 * {@link org.cachette.fragment.facelets.CacheHandler}. Faces makes its tags; nothing else of Cachette uses it.
 *
 * <p>There is no component, renderer or configuration of Faces here, since servers start Faces in each application that
 * holds one: the tag is a panel of Faces with its content in a facet, which no one renders but our listener.
 */
@NullMarked
package org.cachette.fragment.facelets;

import org.jspecify.annotations.NullMarked;
