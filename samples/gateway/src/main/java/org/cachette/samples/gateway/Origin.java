package org.cachette.samples.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The server behind the gateway. Safe for use by several threads. */
@ApplicationScoped
public class Origin {

    static {
        // Read once, when the first class of the client is loaded.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    /** Of the request: the client writes the first itself, the gateway has answered the second. */
    private static final Set<String> NOT_PASSED_ON = Set.of("content-length", "expect");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Inject
    OriginSettings settings;

    /** What the origin answers; 502 when it can't be reached, 504 when it takes too long. */
    Response answer(String method, URI uri, MultivaluedMap<String, String> headers, InputStream content) {
        try {
            Upload upload = new Upload(content, System::nanoTime);
            HttpRequest request = request(method, uri, headers, upload);
            return response(new Patience(settings.timeout())
                    .await(client.sendAsync(request, BodyHandlers.ofInputStream()), upload));
        } catch (HttpTimeoutException e) {
            return failure(504, "The origin did not answer in time");
        } catch (IOException e) {
            return failure(502, "The origin can't be reached");
        } catch (IllegalArgumentException e) {
            // Control characters, or CONNECT: the client does not send such things.
            return failure(400, "The request can't be passed on");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failure(503, "The gateway is about to stop");
        }
    }

    private HttpRequest request(String method, URI uri, MultivaluedMap<String, String> headers, InputStream content) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(settings.target(uri)).method(method, publisher(headers, content));
        headers.forEach((name, lines) -> {
            if (!HopByHop.isAlways(name) && !NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                lines.forEach(line -> request.header(name, line));
            }
        });
        return request.build();
    }

    private static BodyPublisher publisher(MultivaluedMap<String, String> headers, InputStream content) {
        String length = headers.getFirst(HttpHeaders.CONTENT_LENGTH);
        if (headers.containsKey("Transfer-Encoding")) {
            return BodyPublishers.ofInputStream(() -> content);
        }
        return length == null || Long.parseLong(length) == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> content), Long.parseLong(length));
    }

    private static Response response(HttpResponse<InputStream> answer) throws IOException {
        if (answer.statusCode() > 599) {
            answer.body().close();
            return failure(502, "The origin answers with a status that does not exist");
        }
        Response.ResponseBuilder response = Response.status(answer.statusCode());
        List<String> types = answer.headers().allValues(HttpHeaders.CONTENT_TYPE);
        Set<String> named = HopByHop.namedBy(answer.headers().allValues(HopByHop.CONNECTION));
        boolean bodiless = answer.statusCode() == 204 || answer.statusCode() == 304;
        answer.headers().map().forEach((name, lines) -> {
            boolean hidden = !bodiless && name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE);
            if (!hidden && !HopByHop.isAlways(name) && !named.contains(name.toLowerCase(Locale.ROOT))) {
                lines.forEach(line -> response.header(name, line));
            }
        });
        if (bodiless) {
            answer.body().close();
        } else {
            response.entity(new Content(answer.body(), types));
        }
        return response.build();
    }

    private static Response failure(int status, String sentence) {
        return Response.status(status)
                .type(MediaType.TEXT_PLAIN_TYPE)
                .entity(sentence + "\n")
                .build();
    }
}
