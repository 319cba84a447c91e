package org.cachette.backend.memcached;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.cachette.backend.Backend;
import org.cachette.backend.BackendFactory;
import org.cachette.backend.BackendSettings;

/** Makes backends on memcached; {@code location} names the servers. */
public final class MemcachedBackendFactory implements BackendFactory {

    private static final Duration DEFAULT_LIMIT = Duration.ofMillis(250);
    private static final Duration LONGEST_LIMIT = Duration.ofMinutes(1);

    /** memcached's own limit is 1 MiB, with key and head, unless it was started with another. */
    private static final int DEFAULT_MAX_ITEM = (1 << 20) + (1 << 16);

    private static final int LARGEST_MAX_ITEM = 1 << 30;

    @Override
    public Set<String> options() {
        return Set.of("time-limit", "max-item");
    }

    @Override
    public Backend<?> create(BackendSettings settings) {
        long maxItem = settings.options().number("max-item", 1024, DEFAULT_MAX_ITEM);
        if (maxItem > LARGEST_MAX_ITEM) {
            settings.problems()
                    .wrong(settings.setting("options.max-item"), "" + maxItem, "bytes, at most " + LARGEST_MAX_ITEM);
        }
        int longestItem = (int) Math.min(maxItem, LARGEST_MAX_ITEM);
        Nodes nodes = new Nodes(settings.cache(), servers(settings), longestItem, settings.throwing());
        Items items = new Items(
                nodes,
                settings.clock(),
                settings.options().duration("time-limit", ChronoUnit.MILLIS, LONGEST_LIMIT, DEFAULT_LIMIT),
                longestItem);
        String maxItemSetting = settings.setting("options.max-item");
        return new MemcachedBackend(
                settings.values(),
                items,
                new Refusals(settings.cache(), maxItemSetting, longestItem, settings.throwing()));
    }

    private static List<Server> servers(BackendSettings settings) {
        try {
            return Servers.of(settings.location());
        } catch (IllegalArgumentException e) {
            settings.problems()
                    .wrong(
                            settings.setting("location"),
                            settings.location(),
                            Servers.EXPECTED + " (not \"" + e.getMessage() + "\")");
            return Servers.of("");
        }
    }
}
