package org.cachette.samples.forum;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.cachette.samples.forum.embedded.ForumServer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/** The whole forum, with few rows unless told otherwise, on a free port, and a browser that remembers nothing. */
final class RunningForum implements AutoCloseable {

    private static final String FEW = "3000";

    private final ForumServer server;
    private final Set<String> settings;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningForum(ForumServer server, Set<String> settings) {
        this.server = server;
        this.settings = settings;
    }

    static RunningForum start() throws IOException {
        return start(Map.of("FORUM_ROWS", FEW));
    }

    /** With settings by their names, for as long as it runs. */
    static RunningForum start(Map<String, String> settings) throws IOException {
        settings.forEach(System::setProperty);
        System.getProperties().putIfAbsent("FORUM_ROWS", FEW);
        return new RunningForum(ForumServer.start(0), settings.keySet());
    }

    /** The setting that takes the place of what {@code @CachePage} says on the method. */
    static String timeoutOf(Class<?> page, String method) {
        return "cachette.pages.\"" + page.getName() + "/" + method + "\".timeout";
    }

    /** {@code headers} are names and values in turn. */
    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers).build());
    }

    /** {@code form} is encoded already, but for the text behind its last {@code =}. */
    HttpResponse<String> post(String path, String form, String... headers) throws IOException, InterruptedException {
        int text = form.lastIndexOf('=') + 1;
        String body = form.substring(0, text) + URLEncoder.encode(form.substring(text), StandardCharsets.UTF_8);
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    URI address() {
        return server.address();
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path.substring(1)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    @Override
    public void close() {
        server.close();
        settings.forEach(System::clearProperty);
        // It remembers which settings there were, and the next forum has others.
        ConfigProviderResolver.instance().releaseConfig(ConfigProvider.getConfig());
    }
}
