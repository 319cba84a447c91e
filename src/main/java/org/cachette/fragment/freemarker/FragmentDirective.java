package org.cachette.fragment.freemarker;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.cachette.CacheException;
import org.cachette.Fragments;
import org.cachette.fragment.FragmentTag;
import org.jspecify.annotations.Nullable;

/**
 * A fragment in a FreeMarker template. Made known to templates by
 * {@code configuration.setSharedVariable("cache", new FragmentDirective(fragments))}, with an injected
 * {@link Fragments}, and written
 *
 * <pre>{@code
 * <@cache timeout=120 name="message-count" varyOn=[member.name]>…</@cache>
 * }</pre>
 *
 * <p>{@code timeout} is a number of seconds, or as in the settings an ISO-8601 duration or {@code forever}; {@code name} is
 * the fragment's; {@code varyOn}, which may be left out, is a value or a sequence of values; {@code cache}, which may be
 * left out, is the name of a cache. Wrong use is a {@link TemplateException}, which names template and line. What the body
 * assigns is not assigned when the fragment comes from the cache. Safe for use by several threads. Django: the template tag
 * {@code cache}.
 */
public final class FragmentDirective implements TemplateDirectiveModel {

    private final Fragments fragments;

    public FragmentDirective(Fragments fragments) {
        this.fragments = fragments;
    }

    @Override
    @SuppressWarnings("rawtypes") // FreeMarker's interface
    public void execute(
            Environment environment,
            Map parameters,
            TemplateModel[] loopVariables,
            @Nullable TemplateDirectiveBody body)
            throws TemplateException, IOException {
        if (loopVariables.length > 0) {
            throw new TemplateException("a fragment has no loop variables: expected none after \";\"", environment);
        }
        environment.getOut().write(render(tag(parameters, environment), body, environment));
    }

    private FragmentTag tag(Map<?, ?> parameters, Environment environment) throws TemplateException {
        try {
            return FragmentTag.read(FragmentParameters.read(parameters), "cache", fragments);
        } catch (IllegalArgumentException e) {
            throw new TemplateException(e.getMessage(), e, environment);
        }
    }

    private static String render(FragmentTag tag, @Nullable TemplateDirectiveBody body, Environment environment)
            throws TemplateException, IOException {
        try {
            return tag.<TemplateException>render(() -> {
                StringWriter text = new StringWriter();
                if (body != null) {
                    body.render(text);
                }
                return text.toString();
            });
        } catch (CacheException e) {
            throw new TemplateException(e.getMessage(), e, environment);
        }
    }
}
