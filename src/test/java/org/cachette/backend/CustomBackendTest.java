package org.cachette.backend;

import java.util.Map;
import org.junit.jupiter.api.Tag;

/** A backend of the application's own, named by its factory's class. */
@Tag("DJ-CUST-01")
@Tag("DJ-API-27")
@Tag("DJ-ASYNC-02")
final class CustomBackendTest extends BackendContract {

    @Override
    protected Map<String, String> backendSettings() {
        return Map.of("backend", MapBackendFactory.class.getName(), "options.colour", "blue");
    }
}
