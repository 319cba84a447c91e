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
 * Adds request header names to {@code Vary}: the response depends on them, and caches keep a copy for each value.
 *
 * <p>On a resource method, or on a method of any bean that takes part in answering the request. No name, or one that is
 * neither a header name nor {@code *}, is a deployment error. Django: {@code vary_on_headers}.
 */
@Documented
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, TYPE})
public @interface VaryOnHeaders {

    /** The names, in any letter case. */
    @Nonbinding
    String[] value();
}
