package org.cachette.cdi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cachette.CacheConfigurationException;

/** What is wrong with a deployment, collected so that all of it is in one message. */
final class Problems {

    private final List<String> found = new ArrayList<>();

    void add(String problem) {
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    Optional<CacheConfigurationException> asException() {
        return found.isEmpty() ? Optional.empty() : Optional.of(new CacheConfigurationException(message()));
    }

    private String message() {
        return found.size() == 1 ? found.get(0) : found.size() + " problems:\n- " + String.join("\n- ", found);
    }
}
