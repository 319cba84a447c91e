package org.cachette.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cachette.http.StructuredMember.InnerList;
import org.cachette.http.StructuredMember.Item;

/** Reads lists, dictionaries, inner lists and parameters (RFC 9651 section 4.2). */
final class StructuredParser {

    private final CharCursor in;
    private final StructuredValueParser values;

    StructuredParser(CharCursor in) {
        this.in = in;
        this.values = new StructuredValueParser(in);
    }

    /** What the rule reads, with nothing but blanks around it. */
    <T> T whole(Function<StructuredParser, T> rule) {
        in.skipSpaces();
        T result = rule.apply(this);
        in.skipSpaces();
        if (!in.atEnd()) {
            throw in.malformed("unexpected text");
        }
        return result;
    }

    List<StructuredMember> list() {
        List<StructuredMember> members = new ArrayList<>();
        while (!in.atEnd()) {
            members.add(member());
            comma();
        }
        return members;
    }

    Map<String, StructuredMember> dictionary() {
        Map<String, StructuredMember> members = new LinkedHashMap<>();
        while (!in.atEnd()) {
            String key = key();
            members.put(key, in.skip('=') ? member() : new Item(StructuredValue.Flag.TRUE, parameters()));
            comma();
        }
        return members;
    }

    Item item() {
        return new Item(values.value(), parameters());
    }

    private StructuredMember member() {
        return in.peek() == '(' ? innerList() : item();
    }

    private InnerList innerList() {
        in.require('(');
        List<Item> items = new ArrayList<>();
        while (true) {
            in.skipSpaces();
            if (in.skip(')')) {
                return new InnerList(items, parameters());
            }
            items.add(item());
            if (in.peek() != ' ' && in.peek() != ')') {
                throw in.malformed("expected a space or )");
            }
        }
    }

    /** The comma between two members; none behind the last one. */
    private void comma() {
        in.skipBlanks();
        if (in.atEnd()) {
            return;
        }
        in.require(',');
        in.skipBlanks();
        if (in.atEnd()) {
            throw in.malformed("a comma at the end");
        }
    }

    private Map<String, StructuredValue> parameters() {
        Map<String, StructuredValue> parameters = new LinkedHashMap<>();
        while (in.skip(';')) {
            in.skipSpaces();
            String key = key();
            parameters.put(key, in.skip('=') ? values.value() : StructuredValue.Flag.TRUE);
        }
        return parameters;
    }

    private String key() {
        if (!in.atLowerCase() && in.peek() != '*') {
            throw in.malformed("expected a key");
        }
        StringBuilder key = new StringBuilder();
        while (in.atLowerCase() || in.atDigit() || "_-.*".indexOf(in.peek()) >= 0) {
            key.append(in.next());
        }
        return key.toString();
    }
}
