package org.cachette.cdi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import org.cachette.backend.Beans;
import org.cachette.backend.Problems;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;
import org.cachette.page.PageCache;
import org.cachette.page.PageStore;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** What one deployment has: its settings, its clock, its caches, its page cache. */
record Deployed(Settings settings, InstantSource clock, NamedCaches caches, PageCache pages, PageStore pageStore) {

    private static final Logger LOG = System.getLogger("org.cachette.cdi");

    /** The settings; null, with the problem noted, where there is nothing to read them from. */
    static @Nullable Settings settings(Problems problems) {
        Config config = config(problems);
        if (config == null) {
            return null;
        }
        Settings settings = Settings.read(config, problems);
        settings.warnings().forEach(warning -> LOG.log(Level.WARNING, warning));
        return settings;
    }

    /** Opens the caches; null where there are problems. */
    static @Nullable Deployed start(Settings settings, Beans beans, Problems problems) {
        InstantSource clock = beans.find(InstantSource.class).orElseGet(InstantSource::system);
        NamedCaches caches = new NamedCaches(settings, clock, beans, problems);
        if (!problems.isEmpty()) {
            return null;
        }
        PageCache pages = new PageCache(
                caches,
                clock,
                settings.enabled() ? settings.pages().longestWait() : Duration.ZERO,
                settings.pages().reuse());
        PageStore store = new PageStore(
                pages,
                clock,
                settings.pages().storeSetCookie(),
                settings.pages().maxBody(),
                settings.pages().cacheStatus());
        return new Deployed(settings, clock, caches, pages, store);
    }

    private static @Nullable Config config(Problems problems) {
        try {
            return ConfigProvider.getConfig();
        } catch (IllegalStateException | NoClassDefFoundError e) {
            problems.add("there is no implementation of MicroProfile Config, from which Cachette reads its settings:"
                    + " add io.smallrye.config:smallrye-config to the class path (embedded; servers bring their own) ("
                    + e + ")");
            return null;
        }
    }
}
