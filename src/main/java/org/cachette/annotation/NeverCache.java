package org.cachette.annotation;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the response one that nobody stores: {@code Cache-Control: max-age=0, no-cache, no-store, must-revalidate,
 * private}, and {@code Expires} now unless the response has one. Beats every other caching annotation and setting.
 *
 * <p>On a resource method, or on a method of any bean that takes part in answering the request. Django:
 * {@code never_cache}.
 */
@Documented
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, TYPE})
public @interface NeverCache {}
