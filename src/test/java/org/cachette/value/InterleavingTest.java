package org.cachette.value;

import org.cachette.backend.Configs;
import org.cachette.backend.ManualClock;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;

final class InterleavingTest extends InterleavingContract {

    @Override
    protected NamedCaches open(ManualClock clock) {
        return new NamedCaches(Settings.read(Configs.of()), clock);
    }
}
