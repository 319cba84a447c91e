package org.cachette.http;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Lines of fields as clients and origins send them: anything at all, and what looks almost right. */
final class FieldTexts {

    private static final List<String> PIECES = List.of(
            "max-age",
            "no-store",
            "private",
            "gzip",
            "br",
            "identity",
            "bytes",
            "member",
            "a",
            "utm_x",
            "params",
            "except",
            "key-order",
            "Cookie",
            "W/",
            "Sun",
            "06 Nov 1994",
            "08:49:37 GMT",
            "=",
            ",",
            ";",
            "\"",
            "\\",
            " ",
            "\t",
            "*",
            "(",
            ")",
            "?1",
            "@",
            ":",
            "%",
            "%\"",
            "%41",
            "%c3",
            "q=",
            "0",
            "1",
            "9",
            "-",
            ".",
            "60",
            "99999999999999999999",
            "&",
            "+",
            "\r\n",
            "\u0000",
            "\u00e4",
            "\ud83d\ude00",
            "/",
            "#");

    private FieldTexts() {}

    static Arbitrary<String> line() {
        Arbitrary<String> likely = Arbitraries.of(PIECES).list().ofMaxSize(14).map(pieces -> String.join("", pieces));
        return Arbitraries.frequencyOf(
                Tuple.of(4, likely),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(40)),
                Tuple.of(1, Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(40)));
    }

    static Arbitrary<List<String>> lines() {
        return line().list().ofMaxSize(3);
    }
}
