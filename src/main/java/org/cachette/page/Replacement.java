package org.cachette.page;

import java.util.List;
import org.cachette.http.StoredResponse;

/**
 * What the client gets in place of the method's answer.
 *
 * @param response to be served as a hit is, so that the client's own conditions and ranges apply
 * @param cacheStatus the lines of {@code Cache-Status}; empty where that is switched off
 */
public record Replacement(StoredResponse response, List<String> cacheStatus) {}
