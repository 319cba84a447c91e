package org.cachette.backend.file;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.cachette.backend.Backend;
import org.cachette.backend.BackendFactory;
import org.cachette.backend.BackendSettings;

/** Makes backends of files; those on one location share one store. */
public final class FileBackendFactory implements BackendFactory {

    private static final String MAX_ENTRY_BYTES = "max-entry-bytes";
    private static final String TIME_LIMIT = "time-limit";

    /** For a backend that is never used, since its location is wrong. */
    private static final Path NOWHERE = Path.of("/nowhere");

    private final Map<Path, FileStore> stores = new HashMap<>();

    @Override
    public Set<String> options() {
        return Set.of(MAX_ENTRY_BYTES, TIME_LIMIT);
    }

    @Override
    public Backend<?> create(BackendSettings settings) {
        Limits limits = new Limits(
                settings.maxEntries(),
                settings.cullFrequency(),
                Math.min(settings.options().number(MAX_ENTRY_BYTES, 1, 64 << 20), Integer.MAX_VALUE - 8L),
                settings.options().number(TIME_LIMIT, 1, 250));
        Path location = Location.read(settings);
        FileStore store = location == null
                ? store(settings, NOWHERE, limits)
                : stores.computeIfAbsent(location, path -> store(settings, path, limits));
        if (!store.limits().equals(limits)) {
            settings.problems().add(disagreement(settings, store));
        }
        return new FileBackend(store, settings.values());
    }

    private static FileStore store(BackendSettings settings, Path location, Limits limits) {
        return new FileStore(settings.cache(), settings.setting("max-entries"), location, limits, settings.clock());
    }

    private static String disagreement(BackendSettings settings, FileStore store) {
        return "caches " + store.cache() + " and " + settings.cache() + " share the location \"" + settings.location()
                + "\" in files with different limits: expected the same max-entries, cull-frequency, options."
                + MAX_ENTRY_BYTES + " and options." + TIME_LIMIT + ", or another " + settings.setting("location");
    }
}
