package org.cachette.backend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cachette.Cache;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every backend that keeps values does, seen through the cache's operations. A backend's test extends this and
 * says how to make one; where its store has a clock of its own, it says how to wait too.
 */
public abstract class BackendContract
        implements BasicContract,
                GetOrSetContract,
                CounterContract,
                TimeoutContract,
                BulkContract,
                VersionContract,
                KeyContract,
                ValueContract,
                ConcurrencyContract,
                AsyncContract {

    private final ManualClock clock = new ManualClock();
    private final List<NamedCaches> opened = new ArrayList<>();
    private Cache cache;

    /** The settings that make a cache of this backend: {@code backend}, {@code location}, {@code options.…}. */
    protected abstract Map<String, String> backendSettings();

    /** What else an application would give to the caches. */
    protected Beans beans() {
        return Beans.NONE;
    }

    @BeforeEach
    void openTheCache() {
        cache = caches().getDefault();
    }

    @AfterEach
    void closeAllCaches() {
        opened.forEach(NamedCaches::close);
    }

    @Override
    public Cache cache() {
        return cache;
    }

    @Override
    public void passTime(Duration duration) {
        clock.pass(duration);
    }

    @Override
    public NamedCaches caches(String... settings) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("cachette.serializer.allow", Point.class.getName());
        cacheProperties("default", properties);
        for (int i = 0; i < settings.length; i += 2) {
            cacheProperties(settings[i].substring(0, settings[i].indexOf('.')), properties);
        }
        for (int i = 0; i < settings.length; i += 2) {
            properties.put("cachette.caches." + settings[i], settings[i + 1]);
        }
        Problems problems = new Problems();
        NamedCaches caches = new NamedCaches(Settings.read(Configs.of(properties)), clock, beans(), problems);
        problems.throwIfAny();
        opened.add(caches);
        caches.names().forEach(name -> caches.get(name).clear());
        return caches;
    }

    private void cacheProperties(String name, Map<String, String> properties) {
        properties.put("cachette.caches." + name + ".on-error", "throw");
        backendSettings().forEach((key, value) -> properties.put("cachette.caches." + name + "." + key, value));
    }
}
