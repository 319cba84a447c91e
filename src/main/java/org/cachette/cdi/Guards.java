package org.cachette.cdi;

import java.lang.reflect.Method;
import java.util.Optional;

/** What a page that is served before its method is called would skip, beyond the request filters that have passed. */
@FunctionalInterface
interface Guards {

    /** The first such interceptor or decorator of a method, for a message; empty when there is none. */
    Optional<String> of(Method method, Class<?> beanClass);
}
