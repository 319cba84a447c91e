package org.cachette.backend.database;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the producer of the {@code EntityManagerFactory} of the database to which caches are written, such as the primary:
 * {@code @Produces @CacheWrite @PersistenceUnit(unitName = "…") EntityManagerFactory factory}.
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE})
public @interface CacheWrite {

    /** The name of the cache; empty for all that have none of their own. */
    String value() default "";

    /** A {@code CacheWrite} to look a factory up with in code. */
    final class Literal extends AnnotationLiteral<CacheWrite> implements CacheWrite {

        private static final long serialVersionUID = 1L;

        private final String value;

        private Literal(String value) {
            this.value = value;
        }

        /** The qualifier for the cache of that name. */
        public static Literal of(String value) {
            return new Literal(value);
        }

        @Override
        public String value() {
            return value;
        }
    }
}
