/**
 * What an application injects and calls: {@link org.cachette.Cache} and {@link org.cachette.Caches} to keep values,
 * {@link org.cachette.CurrentResponse} to say what the response of the current request may be used for,
 * {@link org.cachette.Fragments} to keep pieces of pages, {@link org.cachette.Pages} to drop pages.
 *
 * <p>This package is a promise to users: names and signatures stay. Nothing in it holds a key or a value null.
 */
@NullMarked
package org.cachette;

import org.jspecify.annotations.NullMarked;
