package org.cachette.annotation;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Drops what a bean method makes outdated: values of {@link Cached} methods, fragments, pages. This is done after the method
 * has returned normally, or the stage that it returned has completed; inside a transaction of Jakarta Transactions after
 * its commit, and never when it is rolled back. When the method throws, nothing is dropped, unless its transaction is
 * committed all the same.
 *
 * <p>What others begin to make while the method runs, or its transaction goes on, is not kept under the same key. Texts are
 * expressions as in {@link Cached#key}. At least one of {@link #key}, {@link #fragment}, {@link #page} and
 * {@link #pagePrefix} must be given; the annotation may be repeated.
 *
 * <p>It belongs on methods; on a class it fails the deployment, and so it does together with {@link Cached} or, where that
 * acts, {@link CachePage}: a hit changes nothing.
 */
@Documented
@InterceptorBinding
@Repeatable(Invalidates.List.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, TYPE})
public @interface Invalidates {

    /** The key of a value, as {@link Cached#key} gives it. */
    @Nonbinding
    String key() default "";

    /** The name of a fragment, literally. */
    @Nonbinding
    String fragment() default "";

    /**
     * What the fragment varies on: literal text, or expressions. One that is nothing but <code>{…}</code> stands for the
     * argument as it is, null included.
     */
    @Nonbinding
    String[] varyOn() default {};

    /** The cache of the value, or of the fragment; when empty, the default one, or that of fragments. */
    @Nonbinding
    String cache() default "";

    /**
     * The URI of a page, with its query. Without scheme and host, those of the request are meant in which the method is
     * called; outside of a request such a method throws {@link IllegalArgumentException} before it does anything.
     */
    @Nonbinding
    String page() default "";

    /** What the URIs of pages begin with; otherwise as {@link #page}. */
    @Nonbinding
    String pagePrefix() default "";

    /** Several of them. */
    @Documented
    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @Target({METHOD, TYPE})
    @interface List {

        /** All of them act. */
        @Nonbinding
        Invalidates[] value();
    }
}
