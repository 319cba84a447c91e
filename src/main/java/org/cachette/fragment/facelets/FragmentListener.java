package org.cachette.fragment.facelets;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ComponentSystemEvent;
import jakarta.faces.event.ComponentSystemEventListener;
import jakarta.faces.view.facelets.FaceletException;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.cachette.Fragments;
import org.cachette.fragment.FragmentTag;
import org.jspecify.annotations.Nullable;

/** Writes the fragment when its panel is rendered. Part of a view's state, which may be serialised. */
final class FragmentListener implements ComponentSystemEventListener, Serializable {

    private static final long serialVersionUID = 1;

    @Override
    public void processEvent(ComponentSystemEvent event) {
        UIComponent panel = event.getComponent();
        try {
            FacesContext context = FacesContext.getCurrentInstance();
            FragmentBody body = body(panel, context);
            write(tag(panel), body, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FragmentBody body(UIComponent panel, FacesContext context) {
        try {
            return FragmentBody.of(panel.getFacet(CacheHandler.BODY), context);
        } catch (IllegalArgumentException e) {
            throw wrongUse(panel, e);
        }
    }

    private static FragmentTag tag(UIComponent panel) {
        try {
            Fragments fragments = CDI.current().select(Fragments.class).get();
            return FragmentTag.read(attributes(panel), "using", fragments);
        } catch (IllegalArgumentException e) {
            throw wrongUse(panel, e);
        }
    }

    private static FaceletException wrongUse(UIComponent panel, IllegalArgumentException problem) {
        return new FaceletException(panel.getAttributes().get(CacheHandler.LOCATION) + " " + problem.getMessage());
    }

    private static Map<String, @Nullable Object> attributes(UIComponent panel) {
        Map<String, @Nullable Object> given = new HashMap<>();
        for (String name : new String[] {"timeout", "name", "varyOn", "using"}) {
            if (panel.getValueExpression(name) != null || panel.getAttributes().containsKey(name)) {
                given.put(name, panel.getAttributes().get(name));
            }
        }
        return given;
    }

    /** What the cache gives may have been rendered elsewhere, where the components of the same body have other ids. */
    private static void write(FragmentTag tag, FragmentBody body, FacesContext context) throws IOException {
        if (context.isPostback() && body.hasInputs()) {
            body.encode();
            return;
        }
        String text = tag.<RuntimeException>render(() -> body.marked(body.text()), body::isForAll);
        if (body.isMarkedOtherwise(text)) {
            body.encode();
        } else {
            context.getResponseWriter().write(FragmentIds.unmarked(text));
        }
    }
}
