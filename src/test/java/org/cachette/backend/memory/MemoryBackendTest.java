package org.cachette.backend.memory;

import java.util.Map;
import org.cachette.backend.BackendContract;

final class MemoryBackendTest extends BackendContract {

    @Override
    protected Map<String, String> backendSettings() {
        return Map.of("backend", "memory");
    }
}
