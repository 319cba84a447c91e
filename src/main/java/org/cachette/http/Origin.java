package org.cachette.http;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Scheme and authority of a URI in the one spelling that all equal ones have: in lower case, without the port that the
 * scheme has anyway (RFC 3986 sections 6.2.2.1 and 6.2.3, RFC 9110 section 4.2.3). Nothing else is changed, so that two
 * different hosts never become one. What has that spelling already is given back as it is.
 */
public final class Origin {

    private Origin() {}

    /** The scheme in lower case; empty text where there is none. */
    public static String scheme(URI uri) {
        String scheme = text(uri.getScheme());
        return hasUpperCase(scheme, 0) ? scheme.toLowerCase(Locale.ROOT) : scheme;
    }

    /**
     * The authority, with its host in lower case and without a port that is empty or the scheme's own; user information
     * as it is. Empty text where there is none.
     */
    public static String authority(URI uri) {
        return authority(uri, text(uri.getRawAuthority()));
    }

    /**
     * How a request spells its host, where that is not the usual way, so that an application could take it for another
     * one: in upper case, or in its {@code Host} field with the usual port. Null where all is usual; servers add that port
     * to the URI themselves.
     */
    public static @Nullable String unusual(RequestHead request) {
        String usual = authority(request.uri());
        String sent = text(request.uri().getRawAuthority());
        if (!sent.startsWith(usual)) {
            return sent;
        }
        String field = String.join(",", request.lines("host"));
        return !field.equals(usual) && authority(request.uri(), field).equals(usual) ? field : null;
    }

    private static String authority(URI uri, String sent) {
        int host = sent.lastIndexOf('@') + 1;
        int end = endOfHost(sent, host);
        boolean asItIs = end == sent.length() || !isUsualPort(sent, end + 1, uri);
        String shorter = asItIs ? sent : sent.substring(0, end);
        return hasUpperCase(shorter, host) ? inLowerCase(shorter, host) : shorter;
    }

    /** Where the colon before the port is, or the end: a host without brackets that has more colons has no port. */
    private static int endOfHost(String authority, int host) {
        int from = Math.max(host, authority.lastIndexOf(']') + 1);
        int colon = authority.indexOf(':', from);
        boolean one = colon > host && authority.indexOf(':', colon + 1) < 0;
        return one ? colon : authority.length();
    }

    private static boolean isUsualPort(String authority, int from, URI uri) {
        String port = usualPort(uri.getScheme());
        return from == authority.length()
                || (authority.length() - from == port.length() && authority.startsWith(port, from));
    }

    private static String usualPort(@Nullable String scheme) {
        return "http".equalsIgnoreCase(scheme) ? "80" : "https".equalsIgnoreCase(scheme) ? "443" : "";
    }

    private static boolean hasUpperCase(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (isUpperCase(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Of ASCII only: beyond it, two letters may have the same small one. */
    private static String inLowerCase(String text, int from) {
        StringBuilder lower = new StringBuilder(text);
        for (int i = from; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (isUpperCase(c)) {
                lower.setCharAt(i, (char) (c + ('a' - 'A')));
            }
        }
        return lower.toString();
    }

    private static boolean isUpperCase(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }
}
