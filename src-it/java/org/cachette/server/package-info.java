/**
 * Integration tests on real servers, the same for WildFly and Payara: applications are deployed by Arquillian and
 * looked at from outside, over HTTP. The applications' classes are in {@code org.cachette.server.app}.
 */
@NullMarked
package org.cachette.server;

import org.jspecify.annotations.NullMarked;
