package org.cachette.value;

import org.cachette.backend.Configs;
import org.cachette.backend.ManualClock;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;

/** The orders with few interruptions, which find most errors in a moment. */
final class InterleavingTest extends InterleavingContract {

    @Override
    protected NamedCaches open(ManualClock clock) {
        return new NamedCaches(Settings.read(Configs.of()), clock);
    }

    @Override
    protected int mostInterruptions() {
        return FEW;
    }
}
