package org.cachette.samples.forum;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Makes HTML of the templates beside this class. What is put into them is escaped. */
@ApplicationScoped
public class Views {

    private final Configuration templates = templates();

    /** The template sees {@code values} by their names, and {@code page}, the rendering. */
    public String html(String template, Rendering page, Map<String, ?> values) {
        Map<String, Object> model = new HashMap<>(values);
        model.put("page", page);
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
