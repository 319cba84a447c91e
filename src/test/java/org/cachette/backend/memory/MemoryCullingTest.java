package org.cachette.backend.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cachette.Cache;
import org.cachette.backend.Configs;
import org.cachette.backend.CullingContract;
import org.cachette.backend.ManualClock;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Test;

final class MemoryCullingTest implements CullingContract {

    private final ManualClock clock = new ManualClock();

    @Override
    public Cache open(String... settings) {
        Map<String, String> properties = new TreeMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            properties.put("cachette.caches.default." + settings[i], settings[i + 1]);
        }
        return new NamedCaches(Settings.read(Configs.of(properties)), clock).getDefault();
    }

    @Override
    public ManualClock clock() {
        return clock;
    }

    @Test
    void maxBytesBoundsWhatIsKept() {
        Cache cache = open("max-entries", "100000", "options.max-bytes", "10000");
        IntStream.range(0, 100).forEach(i -> cache.set("key" + i, "x".repeat(1000)));

        assertThat(CullingContract.numbersIn(cache, 100)).hasSizeBetween(1, 10);
    }
}
