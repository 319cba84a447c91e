package org.cachette.fragment.facelets;

import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIMessage;
import jakarta.faces.component.UIMessages;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The components between the ends of the tag, in the view that is being rendered. */
final class FragmentBody {

    private final @Nullable UIComponent content;
    private final FacesContext context;
    private final List<String> ids = new ArrayList<>();
    private boolean hasInputs;

    private FragmentBody(@Nullable UIComponent content, FacesContext context) {
        this.content = content;
        this.context = context;
    }

    /**
     * The body that consists of that component and all below it.
     *
     * @throws IllegalArgumentException when one of them always shows what is one visitor's own
     */
    static FragmentBody of(@Nullable UIComponent content, FacesContext context) {
        FragmentBody body = new FragmentBody(content, context);
        if (content != null) {
            body.look(content);
        }
        return body;
    }

    private void look(UIComponent component) {
        if (component instanceof UIForm || component instanceof UIMessage || component instanceof UIMessages) {
            throw new IllegalArgumentException("a fragment holds the component " + component.getClientId(context)
                    + ", which shows what is one visitor's own: expected it around the fragment, or beside it");
        }
        hasInputs |= component instanceof EditableValueHolder;
        ids.add(component.getClientId(context));
        for (Iterator<UIComponent> inner = component.getFacetsAndChildren(); inner.hasNext(); ) {
            look(inner.next());
        }
    }

    /** Whether some component may show what a visitor has typed. */
    boolean hasInputs() {
        return hasInputs;
    }

    /** Renders it where the page is. */
    void encode() throws IOException {
        if (content != null) {
            content.encodeAll(context);
        }
    }

    /** Renders it into a text, with a writer of its own: the page's may be in the midst of a partial response. */
    String text() throws IOException {
        StringWriter text = new StringWriter();
        ResponseWriter page = context.getResponseWriter();
        String type = page.getContentType();
        ResponseWriter writer = context.getRenderKit()
                .createResponseWriter(
                        text,
                        type == null || type.equals("text/xml") ? "text/html" : type,
                        page.getCharacterEncoding());
        context.setResponseWriter(writer);
        try {
            encode();
            writer.flush();
        } finally {
            context.setResponseWriter(page);
        }
        return text.toString();
    }

    /** Whether others may get the text: not with a view's or a session's id in it. */
    boolean isForAll(String text) {
        Object session = context.getExternalContext().getSession(false);
        return !text.contains("jakarta.faces.ViewState")
                && !text.contains("jfwid=")
                && !(session instanceof HttpSession http && text.contains(http.getId()));
    }

    /** The text with what tells on which ids it depends. */
    String marked(String text) {
        return FragmentIds.marked(text, ids);
    }

    /** Whether the text has ids that are not those of these components. */
    boolean isMarkedOtherwise(String text) {
        return FragmentIds.isOfOthers(text, ids);
    }
}
