/**
 * Roof 2: the portable extension, which reads the settings and checks every use of an annotation at deployment, the
 * producers, and the CDI interceptors. Wires everything; nobody uses this package.
 */
@NullMarked
package org.cachette.cdi;

import org.jspecify.annotations.NullMarked;
