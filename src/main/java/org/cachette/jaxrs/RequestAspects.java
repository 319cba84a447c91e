package org.cachette.jaxrs;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.cachette.http.QueryContent;
import org.cachette.http.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * Tells requests apart by more than their fields: the content of a QUERY, and the language and the time zone that the
 * application's filters chose for the visitor. Immutable.
 */
public final class RequestAspects {

    /** The request property in which filters leave the language: a {@link Locale}, or a text. */
    static final String LANGUAGE = "org.cachette.language";

    /** The request property in which filters leave the time zone: a {@code ZoneId}, a {@link TimeZone}, or a text. */
    static final String TIME_ZONE = "org.cachette.time-zone";

    private final int longestQuery;
    private final boolean normalizing;
    private final boolean language;
    private final boolean timeZone;

    /**
     * @param longestQuery bytes of the longest content of a QUERY that is made a key; 0: none is cached
     * @param normalizing whether spellings that mean the same by the type of the content are one
     * @param language whether the language counts
     * @param timeZone whether the time zone does
     */
    public RequestAspects(int longestQuery, boolean normalizing, boolean language, boolean timeZone) {
        this.longestQuery = longestQuery;
        this.normalizing = normalizing;
        this.language = language;
        this.timeZone = timeZone;
    }

    RequestHead headOf(ContainerRequestContext request, URI uri) throws IOException {
        RequestHead head = new RequestHead(request.getMethod(), uri, request.getHeaders());
        if (longestQuery > 0 && head.method().equals("QUERY")) {
            head = withContent(request, head);
        }
        if (language) {
            head = head.withAspect(RequestHead.LANGUAGE, text(request.getProperty(LANGUAGE)));
        }
        return timeZone ? head.withAspect(RequestHead.TIME_ZONE, text(request.getProperty(TIME_ZONE))) : head;
    }

    /** The content stays there for the method. */
    private RequestHead withContent(ContainerRequestContext request, RequestHead head) throws IOException {
        if (!head.hasContent() && !request.hasEntity()) {
            return query(head, new byte[0]);
        }
        InputStream rest = request.getEntityStream();
        byte[] content = rest.readNBytes(longestQuery + 1);
        if (content.length > longestQuery) {
            request.setEntityStream(new SequenceInputStream(new ByteArrayInputStream(content), rest));
            return head;
        }
        request.setEntityStream(new ByteArrayInputStream(content));
        return isWhole(head, content) ? query(head, content) : head;
    }

    private RequestHead query(RequestHead head, byte[] content) {
        QueryContent verdict = normalizing
                ? QueryContent.normalised(head, content, longestQuery)
                : QueryContent.of(head, content, longestQuery);
        return verdict.inPlaceOf(head);
    }

    /** Not where somebody has read of it before, such as a container that looks for form parameters. */
    private static boolean isWhole(RequestHead head, byte[] content) {
        List<String> announced = head.lines("content-length");
        return announced.isEmpty() ? content.length > 0 : announced.equals(List.of(Integer.toString(content.length)));
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Locale locale) {
            return locale.toLanguageTag();
        }
        if (value instanceof TimeZone zone) {
            return zone.getID();
        }
        return value == null ? "" : value.toString();
    }
}
