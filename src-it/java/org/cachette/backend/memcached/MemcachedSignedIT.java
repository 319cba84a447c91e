package org.cachette.backend.memcached;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Entries in memcached that are signed and compressed; memcached counts all the same. */
final class MemcachedSignedIT extends MemcachedContract {

    @Override
    List<MemcachedServer> startServers() {
        return List.of(MemcachedServer.onTcp());
    }

    @Override
    protected Map<String, String> applicationSettings() {
        return Map.of("cachette.serializer.secret", "0123456789abcdef");
    }

    @Override
    protected Map<String, String> backendSettings() {
        Map<String, String> settings = new HashMap<>(super.backendSettings());
        settings.put("compress-above", "100");
        return settings;
    }
}
