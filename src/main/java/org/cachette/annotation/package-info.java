/**
 * What an application writes on its code. All annotations but {@link org.cachette.annotation.CacheName} are interceptor
 * bindings: they act on CDI beans, resource classes and session beans, on the method or, for all its methods, on the
 * class; the method's own wins. They do not act on interface methods, calls of an object to itself, and methods that
 * are private, static or package-private; the deployment fails or a warning is logged where one is found there.
 *
 * <p>This package is a promise to users.
 */
@NullMarked
package org.cachette.annotation;

import org.jspecify.annotations.NullMarked;
