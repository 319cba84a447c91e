package org.cachette.value;

import org.cachette.backend.Configs;
import org.cachette.backend.ManualClock;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;

/** All orders. */
final class MemoryInterleavingIT extends InterleavingContract {

    @Override
    protected NamedCaches open(ManualClock clock) {
        return new NamedCaches(Settings.read(Configs.of()), clock);
    }
}
