package org.cachette.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A visitor of one site over HTTP/1.1 that follows no redirect and decodes no content. Header arguments are written as
 * on the wire, {@code "Accept: text/plain"}. Safe for use by several threads.
 */
public final class Client {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI site;

    private Client(URI site, HttpClient http) {
        this.site = site;
        this.http = http;
    }

    /**
     * A visitor who keeps no cookies.
     *
     * @param site scheme, authority and the path that every request's path is appended to
     */
    public static Client of(URI site) {
        return new Client(site, builder().build());
    }

    /** Another visitor of the same site, with a cookie jar that is empty so far. */
    public Client withCookies() {
        CookieManager cookies = new CookieManager();
        cookies.setCookiePolicy(CookiePolicy.ACCEPT_ALL);
        return new Client(site, builder().cookieHandler(cookies).build());
    }

    /** Scheme, authority and base path, without a slash at the end. */
    public URI site() {
        return site;
    }

    /** Asks for {@code path}, which starts with a slash and may carry a query. */
    public Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** Asks as {@link #get} does, without waiting. */
    public CompletableFuture<Answer> getLater(String path, String... headers) {
        HttpRequest request = request("GET", path, BodyPublishers.noBody(), headers);
        return http.sendAsync(request, BodyHandlers.ofByteArray()).thenApply(Answer::of);
    }

    /** Asks for the header only. */
    public Answer head(String path, String... headers) {
        return send("HEAD", path, BodyPublishers.noBody(), headers);
    }

    /** Posts {@code body} as UTF-8, as a form unless the headers say otherwise. */
    public Answer post(String path, String body, String... headers) {
        return send("POST", path, BodyPublishers.ofString(body), headers);
    }

    /** Sends any method, with a body where {@code body} isn't empty. */
    public Answer send(String method, String path, String body, String... headers) {
        BodyPublisher publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return send(method, path, publisher, headers);
    }

    private Answer send(String method, String path, BodyPublisher body, String... headers) {
        try {
            return Answer.of(http.send(request(method, path, body, headers), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + site + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during " + method + " " + site + path, e);
        }
    }

    private HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + path))
                .timeout(PATIENCE)
                .method(method, body);
        if (method.equals("POST")) {
            request.setHeader("Content-Type", "application/x-www-form-urlencoded");
        }
        for (String header : headers) {
            int colon = header.indexOf(':');
            String name = header.substring(0, colon);
            String value = header.substring(colon + 1).strip();
            if (name.equalsIgnoreCase("Content-Type")) {
                request.setHeader(name, value);
            } else {
                request.header(name, value);
            }
        }
        return request.build();
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE);
    }
}
