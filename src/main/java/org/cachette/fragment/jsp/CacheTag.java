package org.cachette.fragment.jsp;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.jsp.JspException;
import jakarta.servlet.jsp.JspTagException;
import jakarta.servlet.jsp.PageContext;
import jakarta.servlet.jsp.tagext.JspFragment;
import jakarta.servlet.jsp.tagext.SimpleTagSupport;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import org.cachette.Fragments;
import org.cachette.fragment.FragmentTag;
import org.jspecify.annotations.Nullable;

/**
 * A fragment in a page of Jakarta Pages:
 *
 * <pre>{@code
 * <%@ taglib prefix="c" uri="org.cachette.tags" %>
 * <c:cache timeout="120" name="message-count" varyOn="${member.name}">…</c:cache>
 * }</pre>
 *
 * <p>{@code timeout} is a number of seconds, an ISO-8601 duration, {@code forever} or an expression that gives one of these;
 * {@code name} is the fragment's, literally; {@code varyOn}, which may be left out, is a value, a list or an array of
 * values; {@code using}, which may be left out, is the name of a cache. The body may hold tags and expressions, but no
 * scriptlets. Wrong use is an error of the page: for what stands in it literally when it is translated, for the rest a
 * {@link JspTagException} that names file and line. A text that holds the session's id is not kept. Not for use by several threads, as any tag.
 * Django: the template tag {@code cache}.
 */
public class CacheTag extends SimpleTagSupport {

    private final Map<String, @Nullable Object> given = new HashMap<>();

    /** How long the fragment may be used. */
    public void setTimeout(@Nullable Object timeout) {
        given.put("timeout", timeout);
    }

    /** The fragment's name. */
    public void setName(@Nullable String name) {
        given.put("name", name);
    }

    /** A value, or a list or an array of values. */
    public void setVaryOn(@Nullable Object values) {
        given.put("varyOn", values);
    }

    /** The name of a cache. */
    public void setUsing(@Nullable Object cache) {
        given.put("using", cache);
    }

    @Override
    public void doTag() throws JspException, IOException {
        String text = tag().<JspException>render(this::body, this::isForAll);
        getJspContext().getOut().write(text);
    }

    private FragmentTag tag() throws JspTagException {
        try {
            Fragments fragments = CDI.current().select(Fragments.class).get();
            return FragmentTag.read(given, "using", fragments);
        } catch (IllegalArgumentException e) {
            throw new JspTagException(
                    PageLine.of(getJspContext(), given.get("name")) + " <c:cache>: " + e.getMessage());
        }
    }

    private String body() throws JspException, IOException {
        StringWriter text = new StringWriter();
        JspFragment body = getJspBody();
        if (body != null) {
            body.invoke(text);
        }
        return text.toString();
    }

    /** Containers write the session's id into links until the browser has shown that it takes cookies. */
    private boolean isForAll(String text) {
        if (getJspContext() instanceof PageContext page && page.getRequest() instanceof HttpServletRequest request) {
            HttpSession session = request.getSession(false);
            return session == null || !text.contains(session.getId());
        }
        return true;
    }
}
