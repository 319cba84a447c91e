package org.cachette.backend.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.cachette.backend.Backend;
import org.cachette.backend.BackendFactory;
import org.cachette.backend.BackendSettings;

/** Makes backends on the heap; those on one location share one store. */
public final class MemoryBackendFactory implements BackendFactory {

    private final Map<String, MemoryStore> stores = new HashMap<>();

    @Override
    public Set<String> options() {
        return Set.of("max-bytes", "share-values");
    }

    @Override
    public Backend<?> create(BackendSettings settings) {
        Limits limits = new Limits(
                settings.maxEntries(),
                settings.cullFrequency(),
                settings.options().number("max-bytes", 1, Limits.UNBOUNDED),
                settings.options().flag("share-values", false));
        MemoryStore store = stores.computeIfAbsent(
                settings.location(),
                location ->
                        new MemoryStore(settings.cache(), settings.setting("max-entries"), limits, settings.clock()));
        if (!store.limits().equals(limits)) {
            settings.problems().add(disagreement(settings, store));
        }
        return new MemoryBackend(store, settings.values());
    }

    private static String disagreement(BackendSettings settings, MemoryStore store) {
        return "caches " + store.cache() + " and " + settings.cache() + " share the location \"" + settings.location()
                + "\" in memory with different limits: expected the same max-entries, cull-frequency,"
                + " options.max-bytes and options.share-values, or another " + settings.setting("location");
    }
}
