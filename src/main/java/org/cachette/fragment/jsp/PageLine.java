package org.cachette.fragment.jsp;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.jsp.JspContext;
import jakarta.servlet.jsp.PageContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where in a page a fragment stands. Engines do not tell tags; but the source of most pages is there to look at. */
final class PageLine {

    private PageLine() {}

    /** The file and the line; the file alone where the line can't be found, and nothing where the file can't. */
    static String of(JspContext context, @Nullable Object name) {
        if (!(context instanceof PageContext page) || !(page.getRequest() instanceof HttpServletRequest request)) {
            return "";
        }
        Object included = request.getAttribute(RequestDispatcher.INCLUDE_SERVLET_PATH);
        String path = included == null ? request.getServletPath() : included.toString();
        try (InputStream source = page.getServletContext().getResourceAsStream(path)) {
            return source == null
                    ? ""
                    : path + lines(new String(source.readAllBytes(), StandardCharsets.UTF_8), String.valueOf(name));
        } catch (IOException e) {
            return path;
        }
    }

    /** The lines of the tags with that name, of which there is one in most pages. */
    static String lines(String source, String name) {
        Matcher tag = Pattern.compile("<\\w+:cache\\s(?:[^<]*?\\s)?name\\s*=\\s*(['\"])" + Pattern.quote(name) + "\\1")
                .matcher(source);
        StringBuilder lines = new StringBuilder();
        while (tag.find()) {
            long line = source.substring(0, tag.start()).lines().count();
            boolean isFirstInLine = tag.start() == 0 || source.charAt(tag.start() - 1) == '\n';
            lines.append(lines.length() == 0 ? " line " : " or ").append(isFirstInLine ? line + 1 : line);
        }
        return lines.toString();
    }
}
