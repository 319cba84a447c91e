package org.cachette.page;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cachette.http.EntityTag;
import org.cachette.http.HeaderPatch;

/** Responses whose bytes were put into a content coding, such as gzip, by somebody else than the method. */
final class CodedContent {

    private CodedContent() {}

    /**
     * The headers, right for coded content: they vary on {@code Accept-Encoding}, also where nobody said so, and the
     * method's own strong entity tag, which named other bytes, becomes a weak one (RFC 9110 section 8.8.3).
     */
    static Map<String, List<String>> marked(Map<String, List<String>> headers, Map<String, List<String>> fromMethod) {
        List<String> coding = headers.getOrDefault("Content-Encoding", List.of());
        if (coding.isEmpty() || coding.equals(List.of("identity"))) {
            return headers;
        }
        Map<String, List<String>> marked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        marked.putAll(HeaderPatch.vary(headers, "Accept-Encoding"));
        if (!fromMethod.containsKey("Content-Encoding")) {
            marked.computeIfPresent("ETag", (name, lines) -> lines.stream()
                    .map(line -> EntityTag.parse(line)
                            .map(tag -> tag.weakened().toString())
                            .orElse(line))
                    .toList());
        }
        return marked;
    }
}
