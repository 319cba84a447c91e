package org.cachette.backend.database;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The tables that the settings on the class path name, for a command that runs outside the application. */
final class ConfiguredTables {

    private static final Pattern BACKEND = Pattern.compile("(cachette\\.caches\\.\"?([^\"]+?)\"?\\.)backend");

    private ConfiguredTables() {}

    /** Tables with the first of their caches; none where there are no settings to be read. */
    static Map<String, String> find() {
        Map<String, String> cachesByTable = new LinkedHashMap<>();
        try {
            Config config = ConfigProvider.getConfig();
            for (String property : config.getPropertyNames()) {
                Matcher name = BACKEND.matcher(property);
                if (name.matches()
                        && config.getOptionalValue(property, String.class)
                                .orElse("")
                                .equals("database")) {
                    String table = config.getOptionalValue(name.group(1) + "location", String.class)
                            .orElse(CacheEntry.TABLE);
                    cachesByTable.putIfAbsent(table, name.group(2));
                }
            }
        } catch (IllegalStateException | LinkageError e) {
            System.getLogger(ConfiguredTables.class.getName())
                    .log(System.Logger.Level.DEBUG, "there are no settings to be read", e);
        }
        return cachesByTable;
    }
}
