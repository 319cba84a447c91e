package org.cachette.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.cachette.backend.AllowList;

/** Reads everything, in the order of the records. */
final class SettingsReader {

    static final String SECRET = "cachette.serializer.secret";

    private static final int SHORTEST_SECRET = 16;

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
        return new Settings(source.flag("cachette.enabled").orElse(true), caches, pages, signingKey(), warnings);
    }

    /** A key does not say what it is made of, also where all settings are printed. */
    private Optional<SecretKey> signingKey() {
        return source.secret(SECRET, SHORTEST_SECRET).map(secret -> new SecretKeySpec(secret, "HmacSHA256"));
    }

    private AllowList allowList() {
        Optional<AllowList> allowed = source.parsed(
                "cachette.serializer.allow",
                "class names and patterns such as com.acme.**, separated by commas",
                AllowList::of);
        return allowed.orElseGet(() -> AllowList.of(""));
    }
}
