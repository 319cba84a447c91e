package org.cachette.jaxrs;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cachette.http.Freshness;
import org.cachette.http.HeaderPatch;
import org.cachette.http.Preconditions;
import org.cachette.http.RecentDates;
import org.cachette.http.RequestHead;
import org.cachette.http.StoredResponse;
import org.cachette.page.Exchange;
import org.cachette.page.KeptHeaders;
import org.cachette.page.OutgoingFields;
import org.cachette.page.PageStore;
import org.cachette.page.RequestedPart;

/** Puts a stored response in place of the neutral one that the method's interceptor returned. */
final class StoredResponseReplay {

    /** The request property under which the writer interceptor finds the bytes to write. */
    static final String BODY = "org.cachette.body";

    /** The property with the lines of {@code Content-Type} where there is none, or none that JAX-RS can read. */
    static final String ODD_TYPE = "org.cachette.odd-type";

    private static final int RANGE_REFUSED = 416;

    private static final Annotation[] NO_ANNOTATIONS = {};

    private final PageStore store;
    private final KnownMediaTypes mediaTypes = new KnownMediaTypes();
    private final RecentDates dates = new RecentDates();

    StoredResponseReplay(PageStore store) {
        this.store = store;
    }

    void replay(
            Exchange exchange,
            StoredResponse stored,
            List<String> cacheStatus,
            ContainerRequestContext request,
            ContainerResponseContext response) {
        RequestHead head = exchange.request();
        if (head != null && isNotModified(head, stored)) {
            putFieldsOfNotModified(exchange, stored, cacheStatus, response.getHeaders());
            notModified(response);
        } else {
            StoredResponse part = head == null ? stored : RequestedPart.of(stored, head);
            putFields(exchange, part, cacheStatus, response.getHeaders());
            response.setStatus(part.status());
            putBody(part, request, response);
        }
    }

    /** Whether the client has the stored response already. */
    static boolean isNotModified(RequestHead head, StoredResponse stored) {
        return Preconditions.evaluate(head, stored.status(), stored.headers()).notModified();
    }

    /** Puts the fields of a stored response, all but {@code Content-Type} where it has a body, with those of a hit. */
    void putFields(Exchange exchange, StoredResponse stored, List<String> status, MultivaluedMap<String, Object> live) {
        putFields(exchange, stored, stored.headers(), status, live);
    }

    /** The same for a 304 in its place; what others have put there and is in none stays. */
    void putFieldsOfNotModified(
            Exchange exchange, StoredResponse stored, List<String> status, MultivaluedMap<String, Object> live) {
        putFields(exchange, stored, stored.headersOfNotModified(), status, live);
    }

    private void putFields(
            Exchange exchange,
            StoredResponse stored,
            Map<String, List<String>> fields,
            List<String> status,
            MultivaluedMap<String, Object> live) {
        if (live.isEmpty()) {
            putAll(fields, stored.body().length > 0, live);
        } else {
            merge(fields, live);
            store.outgoing().withhold(live);
        }
        tell(live, store.freshness(exchange, stored), stored.status() == RANGE_REFUSED);
        if (PageStore.isByOwnHeaders(exchange)) {
            keepExpires(stored, live);
        }
        String search = OutgoingFields.noVarySearch(exchange);
        if (!search.isEmpty()) {
            live.computeIfAbsent(OutgoingFields.NO_VARY_SEARCH, name -> line(search));
        }
        if (!status.isEmpty()) {
            live.put("Cache-Status", new ArrayList<>(status));
        }
    }

    private void putBody(StoredResponse stored, ContainerRequestContext request, ContainerResponseContext response) {
        Streams.closeUnread(response.getEntity());
        if (stored.body().length > 0) {
            request.setProperty(BODY, stored.body());
            MediaType type = stored.field("Content-Type").map(mediaTypes::of).orElse(null);
            if (type == null) {
                request.setProperty(ODD_TYPE, stored.headers().getOrDefault("Content-Type", List.of()));
                type = MediaType.APPLICATION_OCTET_STREAM_TYPE;
            }
            response.setEntity(stored.body(), NO_ANNOTATIONS, type);
        } else {
            response.setEntity(null);
        }
    }

    /** All but what is put after this anyway: each field costs. */
    private void putAll(Map<String, List<String>> fields, boolean typed, MultivaluedMap<String, Object> live) {
        OutgoingFields outgoing = store.outgoing();
        fields.forEach((name, lines) -> {
            if (!(name.equalsIgnoreCase("Expires")
                    || (typed && name.equalsIgnoreCase("Content-Type"))
                    || outgoing.isWithheld(name))) {
                live.put(name, new ArrayList<>(lines));
            }
        });
    }

    /** The stored response decides its own fields; of the others those that a filter has set for this request stay. */
    private static void merge(Map<String, List<String>> fields, MultivaluedMap<String, Object> live) {
        List<Object> vary = live.get("Vary");
        live.keySet().removeIf(KeptHeaders::isDecisive);
        fields.forEach((name, lines) -> {
            if (!live.containsKey(name)) {
                live.put(name, new ArrayList<>(lines));
            }
        });
        if (vary != null) {
            joinVary(live, vary);
        }
    }

    /** Makes the response a 304 without content. */
    void notModified(ContainerResponseContext response) {
        Headers.keepThoseOfNotModified(response.getHeaders());
        response.setStatus(304);
        Streams.closeUnread(response.getEntity());
        response.setEntity(null);
    }

    /** Of a refusal only when it was made: no cache is to keep it as it keeps the page. */
    private void tell(MultivaluedMap<String, Object> live, Freshness freshness, boolean refused) {
        if (!refused) {
            live.put("Age", line(Long.toString(freshness.age().toSeconds())));
            live.put("Expires", line(dates.format(freshness.expires())));
        }
        live.put("Date", line(dates.format(freshness.date())));
    }

    /** With none of their own: {@code s-maxage} gives a browser no leave to keep them. */
    private static void keepExpires(StoredResponse stored, MultivaluedMap<String, Object> live) {
        List<String> lines = stored.headers().get("Expires");
        if (lines == null) {
            live.remove("Expires");
        } else {
            live.put("Expires", new ArrayList<>(lines));
        }
    }

    /** One line in a list that whoever comes after us may change. */
    private static List<Object> line(String value) {
        List<Object> lines = new ArrayList<>(1);
        lines.add(value);
        return lines;
    }

    private static void joinVary(MultivaluedMap<String, Object> live, List<Object> current) {
        List<String> stored = live.getOrDefault("Vary", List.of()).stream()
                .map(Object::toString)
                .toList();
        String[] names = current.stream()
                .flatMap(line -> List.of(line.toString().split(",")).stream())
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .toArray(String[]::new);
        Headers.set(
                live, "Vary", HeaderPatch.vary(Map.of("Vary", stored), names).getOrDefault("Vary", List.of()));
    }
}
