package org.cachette.fragment.facelets;

import java.util.List;
import org.cachette.page.ShortKeys;

/**
 * The ids of components in a rendered text: a text that has any begins with a comment that tells which, since the same
 * body can have other ids in another view, form or row.
 */
final class FragmentIds {

    private static final String START = "<!--ids ";
    private static final String END = "-->";

    private FragmentIds() {}

    /**
     * The text with its comment.
     *
     * @param ids those of all components of the body, in their order
     */
    static String marked(String text, List<String> ids) {
        String found = found(text, ids);
        return found.isEmpty() ? text : START + found + END + text;
    }

    /** Whether the ids in the text are others than those of the components. */
    static boolean isOfOthers(String text, List<String> ids) {
        if (!isMarked(text)) {
            return false;
        }
        String body = unmarked(text);
        return !text.equals(START + found(body, ids) + END + body);
    }

    /** The text without its comment. */
    static String unmarked(String text) {
        return isMarked(text) ? text.substring(text.indexOf(END) + END.length()) : text;
    }

    private static boolean isMarked(String text) {
        return text.startsWith(START) && text.contains(END);
    }

    /** A digest of the ids that are in the text, each with its place; empty when none is. */
    private static String found(String text, List<String> ids) {
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < ids.size(); i++) {
            if (isIn(text, ids.get(i))) {
                found.append(i).append('=').append(ids.get(i)).append('\n');
            }
        }
        return found.length() == 0 ? "" : ShortKeys.digest(found.toString()).replace('-', '.');
    }

    /** In quotes, or as the beginning of the ids of rows. */
    private static boolean isIn(String text, String id) {
        for (int at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
            int end = at + id.length();
            if (at > 0
                    && end < text.length()
                    && "\"'".indexOf(text.charAt(at - 1)) >= 0
                    && "\"':".indexOf(text.charAt(end)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
