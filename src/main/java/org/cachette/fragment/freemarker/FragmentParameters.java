package org.cachette.fragment.freemarker;

import freemarker.ext.util.WrapperTemplateModel;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cachette.fragment.FragmentAttributes;
import org.jspecify.annotations.Nullable;

/** What stands in the tag, as plain values. */
final class FragmentParameters {

    private FragmentParameters() {}

    /** @throws IllegalArgumentException when there is a parameter that a fragment does not have */
    static Map<String, @Nullable Object> read(Map<?, ?> parameters) throws TemplateModelException {
        Map<String, @Nullable Object> read = new HashMap<>();
        for (Map.Entry<?, ?> parameter : parameters.entrySet()) {
            String name = String.valueOf(parameter.getKey());
            read.put(name, value(name, parameter.getValue()));
        }
        FragmentAttributes.onlyKnown(read.keySet(), "timeout", "name", "varyOn", "cache");
        return read;
    }

    /** What is not defined is null, as elsewhere. */
    private static @Nullable Object value(String parameter, @Nullable Object value) throws TemplateModelException {
        if (value instanceof TemplateNumberModel number) {
            return number.getAsNumber();
        }
        if (value instanceof TemplateScalarModel scalar) {
            // An object is a text too, by a toString that it may not have of its own.
            return value instanceof WrapperTemplateModel wrapper ? wrapper.getWrappedObject() : scalar.getAsString();
        }
        if (value instanceof TemplateBooleanModel truth) {
            return truth.getAsBoolean();
        }
        if (value instanceof TemplateSequenceModel sequence) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 0; i < sequence.size(); i++) {
                values.add(value(parameter, sequence.get(i)));
            }
            return values;
        }
        if (value == null) {
            return null;
        }
        throw new IllegalArgumentException(
                "the attribute " + parameter + " of a fragment is no text, number or boolean, and no sequence of them");
    }
}
