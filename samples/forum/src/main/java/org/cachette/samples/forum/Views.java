package org.cachette.samples.forum;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.cachette.Fragments;
import org.cachette.fragment.freemarker.FragmentDirective;

/** Makes HTML of the templates beside this class. What is put into them is escaped. */
@ApplicationScoped
public class Views {

    private final Configuration templates = templates();

    @Inject
    Inbox inbox;

    @Inject
    Fragments fragments;

    @PostConstruct
    void addFragments() {
        templates.setSharedVariable("cache", new FragmentDirective(fragments));
    }

    /** The template sees {@code values} by their names, {@code page}, the rendering, and the visitor's {@code inbox}. */
    public String html(String template, Rendering page, Map<String, ?> values) {
        Map<String, Object> model = new HashMap<>(values);
        model.put("page", page);
        model.put("inbox", inbox.of(page.cookie()));
        StringWriter html = new StringWriter();
        try {
            templates.getTemplate(template + ".ftlh").process(model, html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("The template " + template + " failed", e);
        }
        return html.toString();
    }

    private static Configuration templates() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(Views.class, "templates");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.ROOT);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        return configuration;
    }
}
