package org.cachette.fragment.thymeleaf;

import java.util.LinkedHashSet;
import java.util.Set;
import org.cachette.Fragments;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.processor.StandardXmlNsTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Fragments in Thymeleaf templates. Made known by {@code engine.addDialect(new FragmentDialect(fragments))}, with an
 * injected {@link Fragments}, and written
 *
 * <pre>{@code
 * <c:cache timeout="120" name="message-count" varyOn="${member.name}">…</c:cache>
 * }</pre>
 *
 * <p>{@code timeout} is a number of seconds, an ISO-8601 duration, {@code forever} or an expression that gives one of these;
 * {@code name} is the fragment's, literally; {@code varyOn}, which may be left out, is one or several expressions between
 * commas, or one that gives a list or an array; {@code using}, which may be left out, is the name of a cache or an
 * expression that gives it. The tag itself is not in the page. Wrong use is a
 * {@link org.thymeleaf.exceptions.TemplateProcessingException}, which names template, line and column. A text with a
 * session's id in its links is not kept. Safe for use by several threads. Django: the template tag {@code cache}.
 */
public final class FragmentDialect extends AbstractProcessorDialect {

    private final Fragments fragments;

    /** A dialect with the prefix {@code c}; {@code engine.addDialect(prefix, dialect)} gives it another one. */
    public FragmentDialect(Fragments fragments) {
        super("Cachette", "c", StandardDialect.PROCESSOR_PRECEDENCE);
        this.fragments = fragments;
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        Set<IProcessor> processors = new LinkedHashSet<>();
        for (TemplateMode mode : TemplateMode.values()) {
            if (mode != TemplateMode.RAW) {
                processors.add(new FragmentProcessor(mode, prefix, fragments));
                processors.add(new RenderedProcessor(mode, prefix));
            }
        }
        processors.add(new StandardXmlNsTagProcessor(TemplateMode.HTML, prefix));
        processors.add(new StandardXmlNsTagProcessor(TemplateMode.XML, prefix));
        return processors;
    }
}
