package org.cachette.annotation;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds {@code Cookie} to {@code Vary}: the response depends on the visitor's cookies.
 *
 * <p>On a resource method, or on a method of any bean that takes part in answering the request. Django:
 * {@code vary_on_cookie}.
 */
@Documented
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, TYPE})
public @interface VaryOnCookie {

    /**
     * The cookies on which the response depends; none: the whole {@code Cookie} field. Visitors who agree in these
     * cookies share a page, whatever other cookies they have; downstream caches are told {@code Vary: Cookie}. Where
     * something else says that the response varies on {@code Cookie}, the whole field counts. A visitor with a session
     * gets no shared page by named cookies. A name that is not a cookie name is a deployment error.
     */
    @Nonbinding
    String[] value() default {};
}
