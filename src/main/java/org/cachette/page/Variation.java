package org.cachette.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cachette.http.AcceptedCodings;
import org.cachette.http.Origin;
import org.cachette.http.RequestCookies;
import org.cachette.http.RequestHead;
import org.cachette.http.StoredResponse;
import org.cachette.http.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * What keeps the variants of a page apart: names, kept in its {@link VaryIndex}, and what each stands for in a request.
 * They are field names in lower case, {@code cookie:} with the name of a cookie, and aspects of the request, which begin
 * with a colon.
 */
final class Variation {

    private static final String COOKIE = "cookie";
    private static final String ONE_COOKIE = "cookie:";
    private static final String CODINGS = "accept-encoding";

    /** {@code Accept-Encoding} as it was sent, where an answer has a coding that was not asked for. */
    private static final String CODINGS_AS_SENT = ":accept-encoding";

    /** The host as it was sent, where that is not the usual way. */
    private static final String HOST_AS_SENT = ":host";

    /** The registered ones, which answers may have. */
    private static final Set<String> CODINGS_OF_ANSWERS = Set.of("br", "compress", "deflate", "gzip", "zstd");

    private Variation() {}

    /**
     * The names for a response.
     *
     * @param cookies on which it depends, in place of the whole field; none: the whole
     */
    static List<String> names(
            PagePolicy policy, Collection<String> cookies, RequestHead request, StoredResponse response) {
        TreeSet<String> names = new TreeSet<>(response.vary().names());
        names.addAll(policy.negotiated());
        if (!cookies.isEmpty() && names.remove(COOKIE)) {
            cookies.forEach(cookie -> names.add(ONE_COOKIE + cookie));
        }
        if (names.contains(CODINGS) && !isAccepted(request, response)) {
            names.remove(CODINGS);
            names.add(CODINGS_AS_SENT);
        }
        if (!request.aspects().getOrDefault(RequestHead.LANGUAGE, "").isEmpty()) {
            names.remove("accept-language");
        }
        names.addAll(request.aspects().keySet());
        if (Origin.unusual(request) != null) {
            names.add(HOST_AS_SENT);
        }
        return new ArrayList<>(names);
    }

    private static boolean isAccepted(RequestHead request, StoredResponse response) {
        return AcceptedCodings.of(request.lines(CODINGS), CODINGS_OF_ANSWERS)
                .allow(response.headers().getOrDefault("Content-Encoding", List.of()));
    }

    /** Whether the visitor's cookies are among the names, all or some. */
    static boolean isByCookie(List<String> names) {
        return names.stream().anyMatch(name -> name.equals(COOKIE) || name.startsWith(ONE_COOKIE));
    }

    /** The cookies among the names, where the whole field is not; else none. */
    static Set<String> namedCookies(List<String> names) {
        return names.contains(COOKIE)
                ? Set.of()
                : names.stream()
                        .filter(name -> name.startsWith(ONE_COOKIE))
                        .map(name -> name.substring(ONE_COOKIE.length()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The request fields in which what the names stand for is. */
    static Set<String> fields(List<String> names) {
        return names.stream()
                .map(name -> name.startsWith(ONE_COOKIE) ? COOKIE : name.equals(CODINGS_AS_SENT) ? CODINGS : name)
                .filter(name -> !name.startsWith(":"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Who a visitor is where that is so: of a session, whose cookie may well be among the others. */
    static Visitor known(Visitor visitor, boolean byNamedCookies) {
        return byNamedCookies && visitor.session() == Visitor.Session.FROM_COOKIE
                ? new Visitor(visitor.user(), visitor.clientCertificate(), Visitor.Session.FROM_ELSEWHERE)
                : visitor;
    }

    /** What a name stands for in that request; null when the request has nothing of the kind. */
    static @Nullable String value(String name, RequestHead request) {
        if (name.startsWith(ONE_COOKIE)) {
            return RequestCookies.parse(request.lines(COOKIE)).keyPart(List.of(name.substring(ONE_COOKIE.length())));
        }
        if (name.equals(CODINGS)) {
            return AcceptedCodings.of(request.lines(CODINGS), CODINGS_OF_ANSWERS)
                    .key()
                    .orElse(null);
        }
        if (name.equals(HOST_AS_SENT)) {
            return Origin.unusual(request);
        }
        if (name.startsWith(":") && !name.equals(CODINGS_AS_SENT)) {
            return request.aspects().get(name);
        }
        List<String> lines = request.lines(name.equals(CODINGS_AS_SENT) ? CODINGS : name);
        // Several lines of cookies are one with semicolons (RFC 9113 section 8.2.3); a comma may be in one.
        return lines.isEmpty() ? null : String.join(name.equals(COOKIE) ? "; " : ",", lines);
    }
}
