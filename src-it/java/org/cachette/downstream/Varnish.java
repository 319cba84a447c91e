package org.cachette.downstream;

import java.nio.file.Path;
import java.util.List;

/** Varnish as it comes, without the stale answers that it gives by itself. */
final class Varnish extends DownstreamCache {

    Varnish() {
        super("varnishd", "varnish");
    }

    @Override
    List<String> command(String program, Path folder, int port, int origin) {
        return List.of(
                program,
                "-F",
                "-j",
                "none",
                "-n",
                folder.toString(),
                "-a",
                "127.0.0.1:" + port,
                "-b",
                "127.0.0.1:" + origin,
                "-s",
                "malloc,16m",
                "-p",
                "default_grace=0");
    }
}
