package org.cachette.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cachette.backend.AllowList;

/** Reads everything, in the order of the records. */
final class SettingsReader {

    private final Source source;
    private final ClassLoader loader;

    SettingsReader(Source source, ClassLoader loader) {
        this.source = source;
        this.loader = loader;
    }

    Settings read() {
        CacheNames names = CacheNames.in(source);
        Plugins plugins = new Plugins(loader, allowList(), source.problems());
        CacheReader reader = new CacheReader(source, plugins);

        Map<String, CacheSettings> caches = reader.readAll(names);
        PageSettings pages = new PageReader(source, names.names()).read();
        List<String> warnings = new KnownKeys(names).warnings(source);
        return new Settings(source.flag("cachette.enabled").orElse(true), caches, pages, warnings);
    }

    private AllowList allowList() {
        Optional<AllowList> allowed = source.parsed(
                "cachette.serializer.allow",
                "class names and patterns such as com.acme.**, separated by commas",
                AllowList::of);
        return allowed.orElseGet(() -> AllowList.of(""));
    }
}
