/**
 * The settings, read from MicroProfile Config into records, with all problems reported at once. Entry type:
 * {@link org.cachette.config.Settings}. Ours alone; the packages above it read the records.
 */
@NullMarked
package org.cachette.config;

import org.jspecify.annotations.NullMarked;
