package org.cachette.fragment;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cachette.http.CacheDirectives;
import org.cachette.page.PagePart;

/**
 * Fragments as text, which every store takes plainly: a first line that says what it is, lines of what the fragment asks
 * of its pages, an empty line, the body.
 */
final class FragmentFormat {

    private static final String MARK = "fragment 1\n";
    private static final int LONGEST_HEAD = 8192;

    private FragmentFormat() {}

    /** Empty when the fragment says more than is kept. */
    static Optional<String> write(RenderedFragment fragment) {
        PagePart said = fragment.said();
        StringBuilder text = new StringBuilder(fragment.body().length() + 64).append(MARK);
        said.expiresAt()
                .ifPresent(end ->
                        text.append("expires ").append(end.toEpochMilli()).append('\n'));
        if (!said.vary().isEmpty()) {
            text.append("vary ").append(String.join(",", said.vary())).append('\n');
        }
        if (!said.cookies().isEmpty()) {
            text.append("cookies ").append(String.join(",", said.cookies())).append('\n');
        }
        if (!said.directives().isEmpty()) {
            text.append("cache-control ").append(said.directives()).append('\n');
        }
        if (said.neverCache()) {
            text.append("never-cache\n");
        }
        if (said.dontStore()) {
            text.append("dont-store\n");
        }
        text.append('\n');
        return text.length() > LONGEST_HEAD
                ? Optional.empty()
                : Optional.of(text.append(fragment.body()).toString());
    }

    /** Empty for what is no fragment: only what is understood to the last line is used. */
    static Optional<RenderedFragment> read(String text) {
        if (!text.startsWith(MARK)) {
            return Optional.empty();
        }
        int end = text.indexOf("\n\n") + 1;
        if (end == 0 || end > LONGEST_HEAD) {
            return Optional.empty();
        }
        Head head = new Head();
        try {
            text.substring(MARK.length(), end).lines().forEach(head::read);
            return Optional.of(new RenderedFragment(head.said(), text.substring(end + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What the lines before the body say. */
    private static final class Head {

        private Set<String> vary = Set.of();
        private Set<String> cookies = Set.of();
        private CacheDirectives directives = CacheDirectives.builder().build();
        private Optional<Instant> expiresAt = Optional.empty();
        private boolean neverCache;
        private boolean dontStore;

        void read(String line) {
            int blank = line.indexOf(' ');
            String value = line.substring(blank + 1);
            switch (blank < 0 ? line : line.substring(0, blank)) {
                case "expires" -> expiresAt = Optional.of(Instant.ofEpochMilli(Long.parseLong(value)));
                case "vary" -> vary = new LinkedHashSet<>(List.of(value.split(",", -1)));
                case "cookies" -> cookies = new LinkedHashSet<>(List.of(value.split(",", -1)));
                case "cache-control" -> directives = CacheDirectives.parse(value);
                case "never-cache" -> neverCache = true;
                case "dont-store" -> dontStore = true;
                default -> throw new IllegalArgumentException("a fragment has no line \"" + line + "\"");
            }
        }

        PagePart said() {
            return new PagePart(vary, cookies, directives, neverCache, dontStore, expiresAt);
        }
    }
}
