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
import org.cachette.samples.forum.embedded.ForumServer;

/** The whole forum with few rows on a free port, and a browser that remembers nothing. */
final class RunningForum implements AutoCloseable {

    private final ForumServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningForum(ForumServer server) {
        this.server = server;
    }

    static RunningForum start() throws IOException {
        System.setProperty("FORUM_ROWS", "3000");
        return new RunningForum(ForumServer.start(0));
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
    }
}
