package org.cachette.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.cachette.http.StructuredMember.Item;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a targeted field such as {@code CDN-Cache-Control}: a structured dictionary (RFC 9213 section 2.1). A value of
 * a type that its directive does not take allows nothing: it makes a lifetime unreadable, and what it forbids stays
 * forbidden.
 */
final class TargetedDirectives {

    private static final Set<String> TIMES = Set.of("max-age", "s-maxage", "stale-while-revalidate", "stale-if-error");
    private static final Set<String> RESTRICTING =
            Set.of("no-store", "no-cache", "private", "must-revalidate", "proxy-revalidate", "no-transform");
    private static final Set<String> ALLOWING = Set.of("public", "immutable", "must-understand");

    private static final Predicate<String> KEY =
            Pattern.compile("[a-z*][a-z0-9_.*-]*").asMatchPredicate();
    private static final Predicate<String> NUMBER =
            Pattern.compile("0|[1-9][0-9]{0,14}").asMatchPredicate();

    private TargetedDirectives() {}

    /** The directives; empty when the field is absent, malformed or without members, so that it does not count. */
    static Optional<CacheDirectives> parse(List<String> lines) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return StructuredFields.parseDictionary(lines)
                .filter(members -> !members.isEmpty())
                .map(TargetedDirectives::directives);
    }

    private static CacheDirectives directives(Map<String, StructuredMember> members) {
        List<Directive> directives = new ArrayList<>();
        members.forEach((name, member) -> {
            Directive directive = directive(name, member);
            if (directive != null) {
                directives.add(directive);
            }
        });
        return new CacheDirectives(directives);
    }

    private static @Nullable Directive directive(String name, StructuredMember member) {
        StructuredValue value = member instanceof Item item ? item.value() : null;
        if (value instanceof StructuredValue.Flag flag) {
            return flag.on() ? Directive.bare(name) : null;
        }
        if (TIMES.contains(name)) {
            return value instanceof StructuredValue.Whole whole && whole.number() >= 0
                    ? Directive.seconds(name, whole.number())
                    : Directive.of(name, "of another type");
        }
        if (Directive.hasFields(name) && value instanceof StructuredValue.Text fields) {
            return Directive.of(name, fields.text());
        }
        if (RESTRICTING.contains(name)) {
            return Directive.bare(name);
        }
        if (ALLOWING.contains(name)) {
            return null;
        }
        return Directive.of(name, value instanceof StructuredValue.Text text ? text.text() : member.toString());
    }

    /**
     * The value of the field, each directive of the type that it takes.
     *
     * @throws IllegalArgumentException if a directive has no such form
     */
    static String format(CacheDirectives directives) {
        Map<String, StructuredMember> members = new LinkedHashMap<>();
        for (Directive each : directives.all()) {
            if (!KEY.test(each.name())) {
                throw wrong(each, "a name of lower-case letters, digits, _ - . and *, which begins with a letter");
            }
            members.put(each.name(), Item.of(value(each)));
        }
        return StructuredFields.serialise(members);
    }

    private static StructuredValue value(Directive directive) {
        String text = directive.text();
        if (TIMES.contains(directive.name())) {
            if (directive.seconds() < 0) {
                throw wrong(directive, "a whole number of seconds");
            }
            return new StructuredValue.Whole(directive.seconds());
        }
        if (text == null) {
            return StructuredValue.Flag.TRUE;
        }
        if (isFlag(directive.name())) {
            throw wrong(directive, "no argument");
        }
        if (NUMBER.test(text)) {
            return new StructuredValue.Whole(Long.parseLong(text));
        }
        if (!text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw wrong(directive, "printable ASCII");
        }
        return new StructuredValue.Text(text);
    }

    private static boolean isFlag(String name) {
        return (RESTRICTING.contains(name) || ALLOWING.contains(name)) && !Directive.hasFields(name);
    }

    private static IllegalArgumentException wrong(Directive directive, String expected) {
        return new IllegalArgumentException(
                "the directive \"" + directive + "\" of a targeted field: expected " + expected + " (RFC 9213)");
    }
}
