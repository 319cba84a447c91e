package org.cachette.http;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one member of {@code Accept-Encoding}, such as {@code gzip;q=0.5}. */
final class AcceptedCoding {

    private static final Pattern MEMBER =
            Pattern.compile("([^;\\s]+)(?:[ \\t]*;[ \\t]*[qQ]=([01](?:\\.[0-9]{0,3})?))?");

    private AcceptedCoding() {}

    /** Notes whether the coding is wanted; false when the member is malformed, or contradicts another. */
    static boolean read(String member, Map<String, Boolean> named) {
        Matcher matcher = MEMBER.matcher(member);
        if (!matcher.matches() || !Tokens.isToken(matcher.group(1))) {
            return false;
        }
        String weight = matcher.group(2);
        boolean wanted = weight == null || Double.parseDouble(weight) > 0;
        Boolean earlier = named.put(AcceptedCodings.usualName(matcher.group(1)), wanted);
        return (weight == null || Double.parseDouble(weight) <= 1) && (earlier == null || earlier == wanted);
    }
}
