/**
 * The backend {@code tiered}: entries in one store, and copies of them in another that is nearer. Both are stores of other
 * configured caches, of whatever kind. Ours alone; reached by its name in {@code cachette.caches.<name>.backend}.
 *
 * <p>{@code Far} is the store that has the entries, {@code Near} the one with the copies, and {@code Stamps} keeps what was
 * read before a change from becoming a copy after it.
 */
@NullMarked
package org.cachette.backend.tiered;

import org.jspecify.annotations.NullMarked;
