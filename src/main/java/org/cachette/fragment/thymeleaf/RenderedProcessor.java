package org.cachette.fragment.thymeleaf;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractElementTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Puts a rendered fragment into the page as it is. What a model processor leaves behind would be processed again, and
 * expressions that stand in the data with it.
 */
final class RenderedProcessor extends AbstractElementTagProcessor {

    static final String ELEMENT = "rendered";
    static final String TEXT = "text";

    RenderedProcessor(TemplateMode mode, String prefix) {
        super(mode, prefix, ELEMENT, true, null, false, FragmentProcessor.PRECEDENCE);
    }

    @Override
    protected void doProcess(
            ITemplateContext context, IProcessableElementTag tag, IElementTagStructureHandler structure) {
        @Nullable String text = tag.getAttributeValue(TEXT);
        structure.replaceWith(text == null ? "" : text, false);
    }
}
