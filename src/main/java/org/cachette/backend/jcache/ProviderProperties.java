package org.cachette.backend.jcache;

import java.util.HashMap;
import java.util.Map;
import org.cachette.backend.BackendSettings;

/** The option {@code properties}: what a provider is handed beside its URI, as {@code name=value, name=value}. */
final class ProviderProperties {

    private static final String OPTION = "properties";

    private ProviderProperties() {}

    static Map<String, String> of(BackendSettings settings) {
        Map<String, String> properties = new HashMap<>();
        for (String pair : settings.options().text(OPTION).orElse("").split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                properties.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            } else if (!pair.isBlank()) {
                settings.problems()
                        .wrong(settings.setting("options." + OPTION), pair.strip(), "name=value, separated by commas");
            }
        }
        return Map.copyOf(properties);
    }
}
