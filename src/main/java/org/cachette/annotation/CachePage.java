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
 * Keeps the responses of a JAX-RS resource method on the server: while an entry is there, the method is not called.
 *
 * <p>GET and HEAD responses are kept per URL, query included, and apart by the request headers that {@code Vary} names.
 * A response is not kept when it is {@code private}, {@code no-store} or {@code no-cache}, sets a cookie, varies on
 * {@code *}, fails, or belongs to an identified visitor and does not say that it may be shared ({@code public},
 * {@code s-maxage}). The stored response is served only after everything that guards the method has passed:
 * authentication and authorisation filters, EJB security, validation, and interceptors with a smaller priority.
 *
 * <p>{@code Expires}, {@code Cache-Control: max-age}, {@code Last-Modified} and {@code ETag} are added where the method
 * sets none.
 *
 * <p>The method must be a public or protected GET, HEAD or QUERY resource method of a CDI bean or session bean. Deployment
 * fails on {@code SseEventSink}, chunked output, an EJB {@code @Asynchronous} method, and a {@code void} method without
 * {@code AsyncResponse}. Django: {@code cache_page}.
 */
@Documented
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, TYPE})
public @interface CachePage {

    /**
     * How long the server keeps a response, in seconds. Zero keeps nothing and tells clients the same. Negative is a
     * deployment error. {@code cachette.pages."com.acme.ArticleResource/article".timeout} overrides it.
     */
    @Nonbinding
    long value();

    /** The name of the cache that keeps the responses. An unknown name is a deployment error. */
    @Nonbinding
    String cache() default "default";

    /** Put before the keys of these pages, behind the key prefix of the cache itself. */
    @Nonbinding
    String keyPrefix() default "";

    /**
     * Groups of pages of one site that are dropped together, told to other caches too ({@code Cache-Groups}, RFC 9875):
     * by an unsafe method whose response names them in {@code Cache-Group-Invalidation}, or when a page of theirs is
     * invalidated by {@link org.cachette.Pages#invalidate}. Names are printable ASCII; together, quotes included, at most
     * 4096 characters.
     */
    @Nonbinding
    String[] groups() default {};
}
