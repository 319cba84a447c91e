package org.cachette.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cachette.http.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What pages with some prefix were dropped, as text that every store takes: a first line with the generation of all
 * pages, then a line for each prefix, newest last. The generation of a page is that of the newest prefix that it has. It
 * is part of the page's key, so that a dropped page can't be found any more, nor one that is stored too late.
 *
 * @param base the generation of pages that no prefix matches
 * @param drops newest last
 */
record PageGenerations(String base, List<Drop> drops) {

    /** More prefixes than this are forgotten together with all pages. */
    static final int MOST = 32;

    private static final String MARK = "generations ";

    /** Pages with that prefix are of that generation, or a newer one. */
    record Drop(String generation, String prefix) {}

    static PageGenerations begin() {
        return new PageGenerations(newId(), List.of());
    }

    /** The same, but that what has the prefix begins anew. */
    PageGenerations without(URI prefix) {
        String text = text(prefix);
        List<Drop> kept = new ArrayList<>(drops);
        kept.removeIf(drop -> drop.prefix().startsWith(text));
        if (kept.size() >= MOST) {
            return begin();
        }
        kept.add(new Drop(newId(), text));
        return new PageGenerations(base, List.copyOf(kept));
    }

    /** The generation of a page. */
    String of(URI page) {
        if (drops.isEmpty()) {
            return base;
        }
        String text = text(page);
        for (int i = drops.size() - 1; i >= 0; i--) {
            if (text.startsWith(drops.get(i).prefix())) {
                return drops.get(i).generation();
            }
        }
        return base;
    }

    static Optional<PageGenerations> parse(@Nullable Object entry) {
        if (!(entry instanceof String text) || !text.startsWith(MARK)) {
            return Optional.empty();
        }
        List<String> lines = text.lines().toList();
        List<Drop> drops = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            int blank = line.indexOf(' ');
            if (blank <= 0) {
                return Optional.empty();
            }
            drops.add(new Drop(line.substring(0, blank), line.substring(blank + 1)));
        }
        return Optional.of(new PageGenerations(lines.get(0).substring(MARK.length()), List.copyOf(drops)));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(MARK).append(base);
        drops.forEach(
                drop -> text.append('\n').append(drop.generation()).append(' ').append(drop.prefix()));
        return text.toString();
    }

    private static String text(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return Origin.scheme(uri)
                + "://"
                + Origin.authority(uri)
                + path
                + (uri.getRawQuery() == null ? "" : '?' + uri.getRawQuery());
    }

    private static String newId() {
        return UUID.randomUUID().toString().substring(0, 18);
    }
}
