package org.cachette.backend.database;

import jakarta.persistence.EntityManagerFactory;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A persistence unit that is opened when the application starts, or, where that fails, when first needed. */
final class LazyUnit implements Supplier<EntityManagerFactory>, AutoCloseable {

    private final Supplier<EntityManagerFactory> opening;
    private @Nullable EntityManagerFactory opened;

    LazyUnit(Supplier<EntityManagerFactory> opening) {
        this.opening = opening;
        try {
            get();
        } catch (RuntimeException e) {
            // once more when needed
        }
    }

    @Override
    public synchronized EntityManagerFactory get() {
        EntityManagerFactory factory = opened;
        if (factory == null) {
            factory = opening.get();
            opened = factory;
        }
        return factory;
    }

    @Override
    public synchronized void close() {
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }
}
