package org.cachette.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads one line of a {@code Cache-Control} field (RFC 9111 section 5.2). Takes whatever comes: a member that is no
 * directive is left out, but forbids what it names, as {@code max-age=0; no-store} does.
 */
final class DirectiveScanner {

    private static final Set<String> FORBIDDING = Set.of("private", "no-cache", "no-store");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[ \\t;=\"]+");

    private final String line;
    private int at;

    private DirectiveScanner(String line) {
        this.line = Tokens.clean(line);
    }

    static List<Directive> scan(String line) {
        DirectiveScanner scanner = new DirectiveScanner(line);
        List<Directive> found = new ArrayList<>();
        while (scanner.at < scanner.line.length()) {
            scanner.member(found);
        }
        return found;
    }

    private void member(List<Directive> found) {
        skipBlanks();
        int start = at;
        String name = token();
        skipBlanks();
        if (at < line.length() && line.charAt(at) == '=') {
            at++;
            skipBlanks();
            argument(name, found);
        } else if (!rest().isEmpty()) {
            forbidWhatIsNamed(line.substring(start, at), found);
        } else if (!name.isEmpty()) {
            found.add(Directive.bare(name));
        }
        at++;
    }

    private void argument(String name, List<Directive> found) {
        int start = at;
        StringBuilder text = new StringBuilder();
        boolean quoted = quotedString(text);
        int end = at;
        String after = rest();
        if (name.isEmpty()) {
            forbidWhatIsNamed(line.substring(start, at), found);
        } else if (quoted && after.isEmpty()) {
            found.add(new Directive(name, text.toString(), true));
        } else {
            // No argument that the grammar knows: kept, but without quotes, which would hide what comes next.
            String raw = line.substring(start, at).trim();
            boolean isList = raw.isEmpty() || Tokens.isToken(raw);
            found.add(
                    Directive.hasFields(name) && !isList
                            ? Directive.bare(name)
                            : Directive.of(name, raw.replace('"', '\'')));
            if (!Tokens.isToken(raw)) {
                forbidWhatIsNamed(line.substring(end, at), found);
            }
        }
    }

    private static void forbidWhatIsNamed(String text, List<Directive> found) {
        BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(FORBIDDING::contains)
                .forEach(name -> found.add(Directive.bare(name)));
    }

    private String token() {
        int start = at;
        while (at < line.length() && Tokens.isTokenChar(line.charAt(at))) {
            at++;
        }
        return line.substring(start, at).toLowerCase(Locale.ROOT);
    }

    /** Reads a quoted string with its closing quote; otherwise stays where it is. */
    private boolean quotedString(StringBuilder text) {
        if (at >= line.length() || line.charAt(at) != '"') {
            return false;
        }
        for (int i = at + 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                at = i + 1;
                return true;
            }
            if (c == '\\' && i + 1 < line.length()) {
                c = line.charAt(++i);
            }
            text.append(c);
        }
        return false;
    }

    /** What is left of this member, trimmed; goes to its end. */
    private String rest() {
        int start = at;
        at = endOfMember(at);
        return line.substring(start, at).trim();
    }

    private int endOfMember(int from) {
        int comma = line.indexOf(',', from);
        return comma < 0 ? line.length() : comma;
    }

    private void skipBlanks() {
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
    }
}
