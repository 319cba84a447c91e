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
 * Keeps what a bean method returns: while an entry is there, the method is not called.
 *
 * <p>Results are kept apart by bean class, method and all arguments, or by {@link #key}. {@code null} and an empty
 * {@code Optional} are results like any other. Of a {@code CompletionStage} or {@code CompletableFuture} the value is kept
 * once it is there, and the stage that a hit gives is completed. A method that throws, and a stage that fails, leave
 * nothing. One call at a time per key and process runs the method, others wait for its result; methods that return a stage
 * are called by each who misses. A cache that fails, or refuses the value, is a miss; the log says so once.
 *
 * <p>{@link Invalidates} drops entries when the data changes. What was begun before that is not kept after it, and a
 * transaction that has invalidated a key itself, and is not committed yet, reads past the cache.
 *
 * <p>An entry is served only after everything with a smaller priority than 4900 that guards the method has passed. The
 * method must be a public or protected one of a CDI bean or session bean; calls of an object to itself are not seen.
 * Deployment fails on methods that return {@code void}, streams, responses and what else is no value, on types that
 * cannot be part of a key, and on expressions that cannot work.
 *
 * <p>It belongs on methods; on a class it fails the deployment.
 */
@Documented
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, TYPE})
public @interface Cached {

    /** How long a result may be used, in seconds; 0 keeps nothing; unset, the cache's own timeout applies. */
    @Nonbinding
    long timeout() default -1;

    /** The name of the cache. An unknown name is a deployment error. */
    @Nonbinding
    String cache() default "default";

    /**
     * The key in the cache: text in which <code>{0}</code> or <code>{id}</code> stands for an argument, by its position or
     * name, and <code>{member.id}</code> for a property of it. In place of what an argument holds besides letters, digits,
     * dots and underscores stands its percent-encoding, so that no two arguments give the same key; {@code ~} is null. Names
     * of parameters are known where the class was compiled with {@code -parameters}.
     */
    @Nonbinding
    String key() default "";
}
