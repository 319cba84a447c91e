package org.cachette.annotation;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Chooses the {@link org.cachette.Cache} to inject by its name: {@code @Inject @CacheName("special") Cache special}. A
 * name that is not configured fails the deployment; looked up in code, it is a
 * {@link org.cachette.CacheConfigurationException}.
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE})
public @interface CacheName {

    /** The name of the cache. */
    @Nonbinding
    String value();

    /** A {@code CacheName} to look a cache up with in code: {@code caches.select(Cache.class, CacheName.Literal.of("special"))}. */
    final class Literal extends AnnotationLiteral<CacheName> implements CacheName {

        private static final long serialVersionUID = 1L;

        private final String value;

        private Literal(String value) {
            this.value = value;
        }

        /** The qualifier for that name. */
        public static Literal of(String value) {
            return new Literal(value);
        }

        @Override
        public String value() {
            return value;
        }
    }
}
