/** RESTEasy's annotation as a test's resource sees it when compiled; it is not packed into the war. */
@NullMarked
package org.jboss.resteasy.annotations;

import org.jspecify.annotations.NullMarked;
