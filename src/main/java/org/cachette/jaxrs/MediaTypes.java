package org.cachette.jaxrs;

import java.util.regex.Pattern;

/** Media types as they go out. */
final class MediaTypes {

    /** A parameter of RESTEasy's own, which reaches the header on {@code @Suspended} methods. */
    private static final Pattern INTERNAL = Pattern.compile("\\s*;\\s*resteasy-server-has-produces(-[a-z]+)?=[^;]*");

    private MediaTypes() {}

    static String withoutInternals(String mediaType) {
        return INTERNAL.matcher(mediaType).replaceAll("");
    }
}
