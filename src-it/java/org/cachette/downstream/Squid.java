package org.cachette.downstream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Squid as a reverse proxy. */
final class Squid extends DownstreamCache {

    private static final String SETTINGS = """
            http_port 127.0.0.1:%d accel vhost
            cache_peer 127.0.0.1 parent %d 0 no-query originserver login=PASSTHRU
            http_access allow all
            cache_mem 16 MB
            access_log none
            cache_log @/cache.log
            pid_filename @/squid.pid
            coredump_dir @
            netdb_filename none
            pinger_enable off
            visible_hostname localhost
            shutdown_lifetime 1 seconds
            """;

    Squid() {
        super("squid", "squid");
    }

    @Override
    List<String> command(String program, Path folder, int port, int origin) throws IOException {
        Path file = folder.resolve("squid.conf");
        Files.writeString(file, SETTINGS.replace("@", folder.toString()).formatted(port, origin));
        return List.of(program, "-N", "-f", file.toString());
    }
}
