package org.cachette.fragment.thymeleaf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cachette.fragment.FragmentAttributes;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.standard.expression.ExpressionSequenceUtils;
import org.thymeleaf.standard.expression.IStandardExpression;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.EscapedAttributeUtils;

/** What stands in the tag, as plain values. */
final class TagAttributes {

    private static final String[] KNOWN = {"timeout", "name", "varyOn", "using"};
    private static final Pattern EXPRESSION = Pattern.compile("[$*#@~]\\{");

    private TagAttributes() {}

    /** @throws IllegalArgumentException when there is an attribute that a fragment does not have */
    static Map<String, @Nullable Object> read(IProcessableElementTag tag, ITemplateContext context) {
        Map<String, @Nullable Object> read = new HashMap<>();
        tag.getAttributeMap().forEach((given, source) -> {
            String name = known(given, tag.getTemplateMode());
            String text = EscapedAttributeUtils.unescapeAttribute(tag.getTemplateMode(), source == null ? "" : source);
            read.put(name, value(name, text, context));
        });
        FragmentAttributes.onlyKnown(read.keySet(), KNOWN);
        return read;
    }

    /** Attributes of HTML are known in large and small letters. */
    private static String known(String given, TemplateMode mode) {
        for (String name : KNOWN) {
            if (mode == TemplateMode.HTML ? name.equalsIgnoreCase(given) : name.equals(given)) {
                return name;
            }
        }
        return given;
    }

    private static @Nullable Object value(String name, String text, ITemplateContext context) {
        return switch (name) {
            case "name" -> literal(text);
            case "varyOn" -> text.isBlank() ? text : values(text, context);
            case "timeout", "using" ->
                text.isBlank()
                        ? text
                        : StandardExpressions.getExpressionParser(context.getConfiguration())
                                .parseExpression(context, text)
                                .execute(context);
            default -> text;
        };
    }

    /** An expression in a name would be the same name for everybody. */
    private static String literal(String name) {
        if (EXPRESSION.matcher(name).find()) {
            throw new IllegalArgumentException("the name of a fragment is \"" + name
                    + "\": expected a text without expressions; what it depends on belongs in varyOn");
        }
        return name;
    }

    private static @Nullable Object values(String text, ITemplateContext context) {
        List<@Nullable Object> values = new ArrayList<>();
        for (IStandardExpression expression : ExpressionSequenceUtils.parseExpressionSequence(context, text)) {
            values.add(expression.execute(context));
        }
        return values.size() == 1 ? values.get(0) : values;
    }
}
