package org.cachette.fragment.freemarker;

import freemarker.core.Environment;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cachette.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the tag, checked.
 *
 * @param using the name of a cache; empty: none. The tag says {@code cache}: FreeMarker keeps the word {@code using}
 */
record FragmentParameters(Timeout timeout, String name, List<Object> varyOn, String using) {

    private static final Set<String> KNOWN = Set.of("timeout", "name", "varyOn", "cache");

    static FragmentParameters read(Map<?, ?> parameters, Environment environment) throws TemplateException {
        Set<String> unknown = new TreeSet<>();
        parameters.keySet().forEach(key -> unknown.add(String.valueOf(key)));
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new TemplateException(
                    "a fragment has no parameter " + String.join(", ", unknown)
                            + ": expected timeout, name, varyOn, cache",
                    environment);
        }
        String name = text(parameters, "name", environment);
        if (name.isEmpty()) {
            throw new TemplateException("a fragment needs a name: expected name=\"message-count\"", environment);
        }
        return new FragmentParameters(
                timeout(parameters.get("timeout"), environment),
                name,
                values(parameters.get("varyOn"), environment),
                text(parameters, "cache", environment));
    }

    private static String text(Map<?, ?> parameters, String parameter, Environment environment)
            throws TemplateException {
        Object value = parameters.get(parameter);
        if (value == null) {
            return "";
        }
        if (value instanceof TemplateScalarModel scalar) {
            return scalar.getAsString();
        }
        throw new TemplateException("the parameter " + parameter + " of a fragment is no text", environment);
    }

    private static Timeout timeout(@Nullable Object value, Environment environment) throws TemplateException {
        String text;
        if (value instanceof TemplateNumberModel number) {
            text = number.getAsNumber().toString();
        } else if (value instanceof TemplateScalarModel scalar) {
            text = scalar.getAsString();
        } else {
            throw new TemplateException(
                    "a fragment needs a timeout: expected seconds, an ISO-8601 duration such as \"PT10M\", or"
                            + " \"forever\"",
                    environment);
        }
        try {
            return text.equals("forever") ? Timeout.FOREVER : Timeout.of(duration(text));
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            throw new TemplateException(
                    "the timeout of a fragment is \"" + text + "\": expected seconds, an ISO-8601 duration such as"
                            + " \"PT10M\", or \"forever\"",
                    e,
                    environment);
        }
    }

    private static Duration duration(String text) {
        return text.startsWith("P") ? Duration.parse(text) : Duration.ofSeconds(Long.parseLong(text));
    }

    private static List<Object> values(@Nullable Object value, Environment environment) throws TemplateException {
        List<Object> values = new ArrayList<>();
        if (value instanceof TemplateSequenceModel sequence && !(value instanceof TemplateScalarModel)) {
            for (int i = 0; i < sequence.size(); i++) {
                values.add(value(sequence.get(i), environment));
            }
        } else if (value != null) {
            values.add(value(value, environment));
        }
        return values;
    }

    private static Object value(@Nullable Object value, Environment environment) throws TemplateException {
        if (value instanceof TemplateNumberModel number) {
            return number.getAsNumber();
        }
        if (value instanceof TemplateScalarModel scalar) {
            return scalar.getAsString();
        }
        if (value instanceof TemplateBooleanModel truth) {
            return truth.getAsBoolean();
        }
        throw new TemplateException("varyOn of a fragment is no text, number or boolean", environment);
    }
}
