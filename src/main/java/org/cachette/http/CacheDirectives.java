package org.cachette.http;

/** The directives of a {@code Cache-Control} field (RFC 9111 section 5.2). Immutable. */
public final class CacheDirectives {}
