package org.cachette.backend;

import java.util.Map;

/** All that is promised, where entries are signed and compressed. */
final class SignedBackendTest extends BackendContract {

    @Override
    protected Map<String, String> applicationSettings() {
        return Map.of("cachette.serializer.secret", "0123456789abcdef");
    }

    @Override
    protected Map<String, String> backendSettings() {
        return Map.of("backend", MapBackendFactory.class.getName(), "compress-above", "0");
    }
}
