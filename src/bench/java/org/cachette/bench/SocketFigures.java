package org.cachette.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cachette.bench.Rounds.Measured;

/**
 * A page of 4 kB over real sockets, asked for by wrk: from the site cache, with {@code site.early-hits=true}, and from the
 * same server without Cachette. In rounds, each with servers of its own, since one JVM compiles the same code better than
 * the next; and in short turns, since the other work of a machine comes and goes within seconds. Needs the Debian packages wrk and nginx.
 */
final class SocketFigures {

    private static final int ROUNDS = 5;
    private static final int TURNS = 5;
    private static final int WARM_UP_REQUESTS = 100_000;
    private static final int TURN_SECONDS = 1;
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s*([0-9.]+)");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses");
    private static final String EARLY = "early";
    private static final String INSIDE = "inside";
    private static final String IDENTIFIED = "Authorization: Basic YTpi";

    private final Report report;
    private final ClassPath all;
    private final Path ours;

    /** @param ours the folder of Cachette's own classes on that class path */
    SocketFigures(Report report, ClassPath all, Path ours) {
        this.report = report;
        this.all = all;
        this.ours = ours;
    }

    /** What wrk asks for: an address, and a header field or nothing. */
    private record Request(String address, String field) {}

    void print() throws Exception {
        for (SocketStack stack : SocketStack.values()) {
            print(stack);
        }
    }

    private void print(SocketStack stack) throws Exception {
        Path folder = Files.createTempDirectory("sockets");
        Map<String, Measured> measured = new LinkedHashMap<>();
        try {
            ClassPath with = stack.only(all);
            if (stack == SocketStack.RESTEASY) {
                RestEasySite.writeArchive(folder);
                with = with.after(folder);
            }
            for (int round = 0; round < ROUNDS; round++) {
                measure(stack, with, folder, measured);
            }
        } finally {
            delete(folder);
        }
        report(stack, measured);
    }

    private void measure(SocketStack stack, ClassPath with, Path folder, Map<String, Measured> measured)
            throws Exception {
        try (Server cached = site(stack, with, EARLY);
                Server inside = site(stack, with, INSIDE);
                Server plain = site(stack, with.without(ours));
                Server filtered = site(stack, with.without(ours), "filter");
                Server nginx = nginx(folder, inside)) {
            Map<String, Request> requests = new LinkedHashMap<>();
            requests.put("constant", new Request(plain.address() + "/page", ""));
            requests.put("hit", new Request(cached.address() + "/page", ""));
            requests.put("304", new Request(cached.address() + "/page", "If-None-Match: " + tag(cached)));
            requests.put("bare handler", new Request(plain.address() + "/bare", ""));
            requests.put("filter", new Request(filtered.address() + "/page", ""));
            requests.put("hit inside of JAX-RS", new Request(inside.address() + "/page", ""));
            requests.put(
                    "304 inside of JAX-RS", new Request(inside.address() + "/page", "If-None-Match: " + tag(inside)));
            requests.put("bypassed", new Request(cached.address() + "/page", IDENTIFIED));
            requests.put("bypassed, hits inside", new Request(inside.address() + "/page", IDENTIFIED));
            requests.put("constant, same request", new Request(plain.address() + "/page", IDENTIFIED));
            requests.put("nginx", new Request(nginx.address() + "/page", ""));
            requests.put("304 of nginx", new Request(nginx.address() + "/page", "If-None-Match: " + tag(nginx)));
            alternate(requests, measured);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void report(SocketStack stack, Map<String, Measured> measured) {
        report.section("page over a socket, " + stack.title() + ", 16 connections");
        measured.forEach(report::time);
        Measured hit = measured.get("hit");
        Measured inside = measured.get("hit inside of JAX-RS");
        report.atLeast("hit: throughput of the constant's", hit.ratioTo(measured.get("constant")), 1.0);
        report.atLeast("hit: of the bare handler's", hit.ratioTo(measured.get("bare handler")), 0.7);
        report.ratio("  of a filter's that answers the same", hit.ratioTo(measured.get("filter")));
        report.ratio("  inside of JAX-RS: of the constant's", inside.ratioTo(measured.get("constant")));
        report.atLeast("304: of a hit's", measured.get("304").ratioTo(hit), 1.1);
        report.atLeast(
                "304: of a hit's, both inside of JAX-RS",
                measured.get("304 inside of JAX-RS").ratioTo(inside),
                1.1);
        report.ratio("  of nginx: of its hit's", measured.get("304 of nginx").ratioTo(measured.get("nginx")));
        Measured plain = measured.get("constant, same request");
        report.atLeast("bypassed: of the constant's", measured.get("bypassed").ratioTo(plain), 0.9);
        report.atLeast(
                "bypassed: of the constant's, hits inside of JAX-RS",
                measured.get("bypassed, hits inside").ratioTo(plain),
                0.9);
    }

    private static void alternate(Map<String, Request> requests, Map<String, Measured> measured) throws Exception {
        for (Map.Entry<String, Request> each : requests.entrySet()) {
            warmUp(each.getValue());
            measured.putIfAbsent(each.getKey(), new Measured(new ArrayList<>(), new ArrayList<>()));
        }
        for (int turn = 0; turn < TURNS; turn++) {
            for (Map.Entry<String, Request> each : requests.entrySet()) {
                measured.get(each.getKey()).nanoseconds().add(turn(each.getValue(), TURN_SECONDS));
            }
        }
    }

    /** By requests and not by time, so that the code is as warm on a slow machine as on a fast one. */
    private static void warmUp(Request request) throws IOException, InterruptedException {
        for (double answered = 0; answered < WARM_UP_REQUESTS; ) {
            answered += TURN_SECONDS * 1e9 / turn(request, TURN_SECONDS);
        }
    }

    /** Nanoseconds per request. */
    private static double turn(Request request, int seconds) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("wrk", "-t1", "-c16", "-d" + seconds + "s"));
        if (!request.field().isEmpty()) {
            command.addAll(List.of("-H", request.field()));
        }
        command.add("http://" + request.address());
        Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        wrk.waitFor();
        Matcher rate = RATE.matcher(said);
        if (!rate.find() || REFUSED.matcher(said).find()) {
            throw new IllegalStateException("wrk said: " + said);
        }
        return 1e9 / Double.parseDouble(rate.group(1));
    }

    private static Server site(SocketStack stack, ClassPath classes, String... how) {
        return Server.start(port -> {
            List<String> command = new ArrayList<>(List.of(
                    "java",
                    "-Xms512m",
                    "-Xmx512m",
                    "-Dcachette.site.enabled=true",
                    "-Dcachette.site.early-hits=" + List.of(how).contains(EARLY),
                    "-cp",
                    classes.entries(),
                    stack.main().getName(),
                    Integer.toString(port)));
            command.addAll(stack.arguments());
            command.addAll(List.of(how));
            return command;
        });
    }

    /** The tag of a page that is kept from now on. */
    private static String tag(Server site) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + site.address() + "/page"))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        client.send(request, HttpResponse.BodyHandlers.discarding());
        HttpResponse<Void> hit = client.send(request, HttpResponse.BodyHandlers.discarding());
        if (hit.headers().firstValue("Age").isEmpty()) {
            throw new IllegalStateException("not a hit: " + hit.headers());
        }
        return hit.headers().firstValue("ETag").orElseThrow();
    }

    private static Server nginx(Path folder, Server origin) {
        return Server.start(port -> {
            try {
                Path settings =
                        Files.writeString(folder.resolve("nginx.conf"), """
                        daemon off; user root; pid %1$s/pid; error_log /dev/null;
                        events { }
                        http {
                          access_log off;
                          client_body_temp_path %1$s/body; fastcgi_temp_path %1$s/f; uwsgi_temp_path %1$s/u; scgi_temp_path %1$s/s;
                          proxy_temp_path %1$s/proxy;
                          proxy_cache_path %1$s/cache keys_zone=pages:10m;
                          server {
                            listen 127.0.0.1:%2$d;
                            location / { proxy_pass http://%3$s; proxy_cache pages; proxy_cache_valid 200 10m; }
                          }
                        }
                        """.formatted(folder, port, origin.address()));
                return List.of("nginx", "-p", folder.toString(), "-c", settings.toString());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
