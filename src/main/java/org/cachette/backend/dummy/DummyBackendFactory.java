package org.cachette.backend.dummy;

import java.util.Set;
import org.cachette.backend.Backend;
import org.cachette.backend.BackendFactory;
import org.cachette.backend.BackendSettings;
import org.cachette.backend.EmptyBackend;

/** Makes backends that store nothing, whatever the location. */
public final class DummyBackendFactory implements BackendFactory {

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public Backend<?> create(BackendSettings settings) {
        return new EmptyBackend();
    }
}
