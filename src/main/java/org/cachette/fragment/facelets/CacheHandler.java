package org.cachette.fragment.facelets;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.UIComponent;
import jakarta.faces.event.PreRenderComponentEvent;
import jakarta.faces.view.facelets.ComponentConfig;
import jakarta.faces.view.facelets.ComponentHandler;
import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagAttribute;
import jakarta.faces.view.facelets.TagAttributeException;
import jakarta.faces.view.facelets.TagException;
import java.io.IOException;
import java.util.Arrays;
import org.cachette.CacheConfigurationException;
import org.cachette.Caches;
import org.cachette.fragment.FragmentAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A fragment in a view of Jakarta Faces:
 *
 * <pre>{@code
 * <html xmlns:c="org.cachette.tags" …>
 * <c:cache timeout="120" name="message-count" varyOn="#{member.name}">…</c:cache>
 * }</pre>
 *
 * <p>{@code timeout} is a number of seconds, an ISO-8601 duration, {@code forever} or an expression that gives one of these;
 * {@code name} is the fragment's, literally; {@code varyOn}, which may be left out, is a value, a list or an array of
 * values; {@code using}, which may be left out, is the name of a cache; {@code id}, {@code rendered} and {@code binding} are
 * as with any component. Wrong use is a {@link jakarta.faces.view.facelets.FaceletException} that names file and line.
 *
 * <p>The components of the body are in the view whether the fragment comes from the cache or not; on a hit they are not
 * rendered. So actions, partial updates of what is inside, and state work. A body with inputs is rendered anew, and not
 * kept, when the view is posted back. Forms and messages are refused: what they show is one visitor's own. A text with ids
 * is for bodies whose components have these ids; elsewhere the body is rendered each time. Django: the template tag
 * {@code cache}.
 */
public class CacheHandler extends ComponentHandler {

    static final String LOCATION = "org.cachette.location";
    static final String BODY = "body";

    private static final String[] KNOWN = {"timeout", "name", "varyOn", "using", "id", "rendered", "binding"};

    /** What Facelets reads, in all its implementations, when it adds a component to a parent. */
    private static final String FACET_NAME = "facelets.FACET_NAME";

    /**
     * Checks what stands in the tag literally.
     *
     * @throws TagException when the use is wrong
     */
    public CacheHandler(ComponentConfig config) {
        super(config);
        try {
            FragmentAttributes.onlyKnown(
                    Arrays.stream(tag.getAttributes().getAll())
                            .map(TagAttribute::getLocalName)
                            .toList(),
                    KNOWN);
            checkName(getAttribute("name"));
            checkTimeout(getAttribute("timeout"));
            checkCache(getAttribute("using"));
        } catch (IllegalArgumentException | CacheConfigurationException e) {
            throw new TagException(tag, e.getMessage());
        }
    }

    private void checkName(@Nullable TagAttribute name) {
        FragmentAttributes.name(name == null ? null : name.getValue());
        if (name != null && !name.isLiteral()) {
            throw new TagAttributeException(
                    tag, name, "expected a text without expressions; what it depends on belongs in varyOn");
        }
    }

    private static void checkTimeout(@Nullable TagAttribute timeout) {
        if (timeout == null || timeout.isLiteral()) {
            FragmentAttributes.timeout(timeout == null ? null : timeout.getValue());
        }
    }

    private static void checkCache(@Nullable TagAttribute using) {
        if (using != null && using.isLiteral() && !using.getValue().isEmpty()) {
            CDI.current().select(Caches.class).get().get(using.getValue());
        }
    }

    @Override
    public void onComponentCreated(FaceletContext context, UIComponent panel, UIComponent parent) {
        panel.getAttributes().put(LOCATION, tag.toString());
        panel.subscribeToEvent(PreRenderComponentEvent.class, new FragmentListener());
    }

    @Override
    public void applyNextHandler(FaceletContext context, UIComponent panel) throws IOException {
        panel.getAttributes().put(FACET_NAME, BODY);
        try {
            super.applyNextHandler(context, panel);
        } finally {
            panel.getAttributes().remove(FACET_NAME);
        }
    }
}
