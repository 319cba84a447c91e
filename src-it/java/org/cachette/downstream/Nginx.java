package org.cachette.downstream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** nginx with {@code proxy_cache}. */
final class Nginx extends DownstreamCache {

    private static final String SETTINGS = """
            daemon off;
            pid @/nginx.pid;
            error_log @/error.log;
            events {}
            http {
                access_log off;
                client_body_temp_path @/body;
                proxy_temp_path @/proxy;
                fastcgi_temp_path @/fastcgi;
                uwsgi_temp_path @/uwsgi;
                scgi_temp_path @/scgi;
                proxy_cache_path @/cache keys_zone=pages:1m;
                server {
                    listen 127.0.0.1:%d;
                    location / {
                        proxy_pass http://127.0.0.1:%d;
                        proxy_cache pages;
                    }
                }
            }
            """;

    Nginx() {
        super("nginx", "nginx-light");
    }

    @Override
    List<String> command(String program, Path folder, int port, int origin) throws IOException {
        Path file = folder.resolve("nginx.conf");
        Files.writeString(file, SETTINGS.replace("@", folder.toString()).formatted(port, origin));
        return List.of(program, "-e", folder.resolve("error.log").toString(), "-c", file.toString());
    }
}
