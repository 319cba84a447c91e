package org.cachette.value;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text in which <code>{…}</code> stands for an argument of a method or a property of one. Immutable. */
final class KeyExpression {

    private static final Pattern REFERENCE = Pattern.compile("\\{([^{}]*)}");

    /** A piece of text, or what an argument gives. */
    private sealed interface Part {

        record Literal(String text) implements Part {}

        record Reference(Argument argument) implements Part {}
    }

    private final String text;
    private final List<Part> parts = new ArrayList<>();

    /** @throws IllegalArgumentException where it cannot work; the message says why */
    KeyExpression(String text, Method method) {
        this.text = text;
        Matcher reference = REFERENCE.matcher(text);
        int end = 0;
        while (reference.find()) {
            literal(text.substring(end, reference.start()));
            parts.add(new Part.Reference(Argument.of(reference.group(1), method)));
            end = reference.end();
        }
        literal(text.substring(end));
    }

    private void literal(String literal) {
        if (literal.indexOf('{') >= 0 || literal.indexOf('}') >= 0) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" has a brace without its other one: expected {0} or {name}");
        }
        if (!literal.isEmpty()) {
            parts.add(new Part.Literal(literal));
        }
    }

    /** @throws IllegalArgumentException where two arguments could give the key of two others */
    KeyExpression forKeys() {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Part.Reference reference) {
                reference.argument().checkSuitable();
                int next = i + 1;
                boolean touches = next < parts.size()
                        && (parts.get(next) instanceof Part.Reference
                                || (next + 1 < parts.size()
                                        && parts.get(next) instanceof Part.Literal between
                                        && KeyParts.isPlain(between.text())));
                if (touches) {
                    throw new IllegalArgumentException(
                            "\"" + text + "\" does not say where one argument ends and the next"
                                    + " begins: expected a sign such as - or : between them");
                }
            }
        }
        return this;
    }

    /** As a key. */
    String key(@Nullable Object @Nullable [] arguments) {
        return joined(arguments, KeyParts::inKey);
    }

    /** As a URI. */
    String uri(@Nullable Object @Nullable [] arguments) {
        return joined(arguments, KeyParts::inUri);
    }

    /** The argument as it is, where there is nothing else; otherwise text. */
    @Nullable
    Object value(@Nullable Object @Nullable [] arguments) {
        return parts.size() == 1 && parts.get(0) instanceof Part.Reference reference
                ? reference.argument().value(arguments)
                : joined(arguments, String::valueOf);
    }

    private String joined(@Nullable Object @Nullable [] arguments, Function<@Nullable Object, String> form) {
        StringBuilder joined = new StringBuilder();
        for (Part part : parts) {
            joined.append(
                    part instanceof Part.Reference reference
                            ? form.apply(reference.argument().value(arguments))
                            : ((Part.Literal) part).text());
        }
        return joined.toString();
    }
}
