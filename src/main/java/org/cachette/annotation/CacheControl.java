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
 * Directives for the {@code Cache-Control} field of the response, for browsers, proxies and the page cache (RFC 9111
 * section 5.2.2). Merged with what the response says already: {@code max-age} to the smaller value, {@code public} and
 * {@code private} replace each other, any other value replaces the earlier one.
 *
 * <p>On a resource method, or on a method of any bean that takes part in answering the request. On a response with a
 * status of 500 or above only the restricting directives are sent. Both {@code isPublic} and {@code isPrivate}, or a
 * negative time, is a deployment error. Django: {@code cache_control}.
 */
@Documented
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, TYPE})
public @interface CacheControl {

    /** {@code public}: any cache may store the response, also one to an identified visitor. */
    @Nonbinding
    boolean isPublic() default false;

    /** {@code private}: only the visitor's own cache may store the response. */
    @Nonbinding
    boolean isPrivate() default false;

    /** {@code no-cache}: stored responses must be validated before each use. */
    @Nonbinding
    boolean noCache() default false;

    /** {@code no-store}: nobody may store the response. */
    @Nonbinding
    boolean noStore() default false;

    /** {@code no-transform}: proxies must not change the content. */
    @Nonbinding
    boolean noTransform() default false;

    /** {@code must-revalidate}: a stale response must not be used without validation. */
    @Nonbinding
    boolean mustRevalidate() default false;

    /** {@code proxy-revalidate}: as {@link #mustRevalidate()}, for shared caches only. */
    @Nonbinding
    boolean proxyRevalidate() default false;

    /** {@code must-understand}: store only where the status code's rules are implemented. */
    @Nonbinding
    boolean mustUnderstand() default false;

    /** {@code immutable}: the content does not change while fresh (RFC 8246). */
    @Nonbinding
    boolean immutable() default false;

    /** {@code max-age}, in seconds; -1: not given. */
    @Nonbinding
    long maxAge() default -1;

    /** {@code s-maxage}, in seconds; -1: not given. */
    @Nonbinding
    long sMaxAge() default -1;

    /** {@code stale-while-revalidate}, in seconds (RFC 5861); -1: not given. */
    @Nonbinding
    long staleWhileRevalidate() default -1;

    /** {@code stale-if-error}, in seconds (RFC 5861); -1: not given. */
    @Nonbinding
    long staleIfError() default -1;

    /** Other directives, each {@code name} or {@code name=value}, such as {@code custom=456}. */
    @Nonbinding
    String[] extensions() default {};

    /**
     * What some caches are told in place of {@code Cache-Control}, each a header line such as
     * {@code CDN-Cache-Control: max-age=600, must-revalidate} (RFC 9213): a structured dictionary, whose numbers have no
     * quotes and whose texts have. What anybody else who takes part in the answer restricts is restricted there too.
     */
    @Nonbinding
    String[] targeted() default {};
}
