package org.cachette.fragment.thymeleaf;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.cachette.Fragments;
import org.cachette.fragment.FragmentTag;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.TemplateManager;
import org.thymeleaf.engine.TemplateModel;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.model.IModel;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.ITemplateEvent;
import org.thymeleaf.processor.element.AbstractElementModelProcessor;
import org.thymeleaf.processor.element.IElementModelStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

/** Puts the fragment in place of the element. */
final class FragmentProcessor extends AbstractElementModelProcessor {

    /** After what decides whether and how often the element is there, such as {@code th:if} and {@code th:each}. */
    static final int PRECEDENCE = 10_000;

    private final Fragments fragments;
    private final String rendered;

    FragmentProcessor(TemplateMode mode, String prefix, Fragments fragments) {
        super(mode, prefix, "cache", true, null, false, PRECEDENCE);
        this.fragments = fragments;
        this.rendered = prefix + ":" + RenderedProcessor.ELEMENT;
    }

    @Override
    protected void doProcess(ITemplateContext context, IModel model, IElementModelStructureHandler structure) {
        String text = text(tag((IProcessableElementTag) model.get(0), context), model, context);
        model.reset();
        model.add(context.getModelFactory().createStandaloneElementTag(rendered, RenderedProcessor.TEXT, text));
    }

    private FragmentTag tag(IProcessableElementTag element, ITemplateContext context) {
        try {
            return FragmentTag.read(TagAttributes.read(element, context), "using", fragments);
        } catch (IllegalArgumentException e) {
            throw new TemplateProcessingException(e.getMessage(), e);
        }
    }

    private static String text(FragmentTag tag, IModel element, ITemplateContext context) {
        try {
            return tag.<RuntimeException>render(() -> body(element, context));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a template of its own, at its place in the one it stands in. */
    private static String body(IModel element, ITemplateContext context) throws IOException {
        String source = BodySource.of(element);
        if (source.isEmpty()) {
            return "";
        }
        ITemplateEvent start = element.get(1);
        TemplateManager templates = context.getConfiguration().getTemplateManager();
        TemplateModel body = templates.parseString(
                context.getTemplateData(), source, start.getLine(), start.getCol(), context.getTemplateMode(), true);
        StringWriter text = new StringWriter();
        templates.process(body, context, text);
        return text.toString();
    }
}
