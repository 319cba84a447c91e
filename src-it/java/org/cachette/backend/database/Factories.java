package org.cachette.backend.database;

import jakarta.persistence.EntityManagerFactory;
import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cachette.backend.Beans;

/** An application whose beans are entity manager factories, and perhaps a router. */
final class Factories implements Beans {

    private final Map<Set<Annotation>, Supplier<EntityManagerFactory>> factories = new LinkedHashMap<>();
    private Optional<CacheRouter> router = Optional.empty();

    /** A producer with those qualifiers. */
    Factories with(Supplier<EntityManagerFactory> factory, Annotation... qualifiers) {
        factories.put(Set.of(qualifiers), factory);
        return this;
    }

    Factories with(CacheRouter router) {
        this.router = Optional.of(router);
        return this;
    }

    @Override
    public <T> Optional<T> find(Class<T> type, Annotation... qualifiers) {
        if (type == CacheRouter.class) {
            return router.map(type::cast);
        }
        return Optional.ofNullable(factories.get(Set.of(qualifiers)))
                .map(Supplier::get)
                .map(type::cast);
    }

    @Override
    public <T> List<Supplier<T>> all(Class<T> type) {
        return factories.values().stream()
                .map(factory -> (Supplier<T>) () -> type.cast(factory.get()))
                .toList();
    }
}
