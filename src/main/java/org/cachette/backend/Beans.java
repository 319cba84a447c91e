package org.cachette.backend;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The application's beans, for a backend that works with something the application has: an entity manager factory, a
 * cache manager. Safe for use by several threads, also after the deployment.
 */
public interface Beans {

    /** An application without beans. */
    Beans NONE = new Beans() {
        @Override
        public <T> Optional<T> find(Class<T> type, Annotation... qualifiers) {
            return Optional.empty();
        }
    };

    /**
     * The bean of that type with those qualifiers; with none given, the one with {@code @Default}. Empty when there is
     * no such bean.
     *
     * @throws RuntimeException when there are several, or the bean cannot be made
     */
    <T> Optional<T> find(Class<T> type, Annotation... qualifiers);

    /**
     * The beans of that type with whatever qualifiers, each made when it is asked for: before the application is up
     * they can be counted only. None, unless overridden.
     */
    default <T> List<Supplier<T>> all(Class<T> type) {
        return List.of();
    }
}
