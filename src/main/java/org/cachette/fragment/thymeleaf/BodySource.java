package org.cachette.fragment.thymeleaf;

import java.io.IOException;
import java.io.StringWriter;
import org.thymeleaf.model.IAttribute;
import org.thymeleaf.model.IModel;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.ITemplateEvent;

/**
 * The template text of an element's content. Tags are put together here: the engine writes those that it made of inlined
 * expressions without the blanks between their attributes.
 */
final class BodySource {

    private final StringWriter source = new StringWriter();

    private BodySource() {}

    static String of(IModel element) throws IOException {
        BodySource body = new BodySource();
        for (int i = 1; i < element.size() - 1; i++) {
            body.add(element.get(i));
        }
        return body.source.toString();
    }

    private void add(ITemplateEvent event) throws IOException {
        if (!(event instanceof IProcessableElementTag tag) || tag.isSynthetic()) {
            event.write(source);
            return;
        }
        boolean isText = tag.getTemplateMode().isText();
        source.append(isText ? "[#" : "<").append(tag.getElementCompleteName());
        IAttribute[] attributes = tag.getAllAttributes();
        if (attributes != null) {
            for (IAttribute attribute : attributes) {
                source.append(' ');
                attribute.write(source);
            }
        }
        boolean isClosed = tag instanceof IStandaloneElementTag standalone && (isText || standalone.isMinimized());
        source.append(isClosed ? "/" : "").append(isText ? "]" : ">");
    }
}
