package org.cachette.samples.forum;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out when a page was made. */
final class Footers {

    private static final Pattern FOOTER = Pattern.compile("rendered at \\S+Z in \\d+ ms");

    private Footers() {}

    /** The footer of {@code page}, where only {@code end} comes after it. */
    static String footer(HttpResponse<String> page, String end) {
        Matcher footer = Pattern.compile("(" + FOOTER + ")" + Pattern.quote(end) + "\\s*$")
                .matcher(page.body());
        assertTrue(footer.find(), () -> "no footer at the end of " + page.body());
        return footer.group(1);
    }

    static String ofHtml(HttpResponse<String> page) {
        return footer(page, "</footer>\n</body>\n</html>");
    }

    static String ofJson(HttpResponse<String> page) {
        return footer(page, "\"}");
    }

    static String ofText(HttpResponse<String> page) {
        return footer(page, "\n");
    }
}
