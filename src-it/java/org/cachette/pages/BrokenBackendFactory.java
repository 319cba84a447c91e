package org.cachette.pages;

import java.util.OptionalLong;
import java.util.Set;
import org.cachette.backend.Backend;
import org.cachette.backend.BackendFactory;
import org.cachette.backend.BackendSettings;
import org.cachette.backend.Entry;

/** An application's own backend, in which nothing works. */
public final class BrokenBackendFactory implements BackendFactory {

    @Override
    public Set<String> options() {
        return Set.of("encodes");
    }

    @Override
    public Backend<?> create(BackendSettings settings) {
        return new Broken(settings.options().text("encodes").isPresent());
    }

    private record Broken(boolean encodes) implements Backend<Object> {

        @Override
        public Object encode(Object value) {
            if (encodes) {
                return value;
            }
            throw failure();
        }

        @Override
        public Object decode(Object stored) {
            throw failure();
        }

        @Override
        public Entry<Object> find(String fullKey) {
            throw failure();
        }

        @Override
        public void set(String fullKey, Object value, long expiry) {
            throw failure();
        }

        @Override
        public boolean add(String fullKey, Object value, long expiry) {
            throw failure();
        }

        @Override
        public boolean touch(String fullKey, long expiry) {
            throw failure();
        }

        @Override
        public OptionalLong incr(String fullKey, long delta) {
            throw failure();
        }

        @Override
        public boolean delete(String fullKey) {
            throw failure();
        }

        @Override
        public void clear() {
            throw failure();
        }

        private static IllegalStateException failure() {
            return new IllegalStateException("the disk is on fire");
        }
    }
}
