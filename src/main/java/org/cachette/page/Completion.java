package org.cachette.page;

import java.util.List;
import java.util.Map;

/**
 * What goes out once a response is whole.
 *
 * @param notModified whether the client's own precondition holds, so that it gets a 304 without the body
 * @param headers all headers of the answer
 */
public record Completion(boolean notModified, Map<String, List<String>> headers) {}
