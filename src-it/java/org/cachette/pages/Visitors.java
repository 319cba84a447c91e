package org.cachette.pages;

import java.util.ArrayList;
import java.util.List;

/** Who asks: the header lines that a visitor sends, and what a page says that was made for this visitor. */
enum Visitors {
    NOBODY("nobody"),
    NOBODY_WITH_A_COOKIE("nobody", "Cookie: theme=dark"),
    TOKEN_OF_ALICE("Bearer alice", "Authorization: Bearer alice"),
    TOKEN_OF_BOB("Bearer bob", "Authorization: Bearer bob"),
    TOKEN_OF_BOB_WITH_A_COOKIE("Bearer bob", "Authorization: Bearer bob", "Cookie: theme=dark"),
    ALICE_BY_COOKIE("alice", "Cookie: member=alice"),
    BOB_BY_COOKIE("bob", "Cookie: member=bob"),
    ALICE_BY_HEADER("alice", "X-User: alice"),
    BOB_BY_HEADER("bob", "X-User: bob"),
    ALICE_BY_HEADER_WITH_A_COOKIE("alice", "X-User: alice", "Cookie: theme=dark"),
    BOB_BY_HEADER_WITH_A_COOKIE("bob", "X-User: bob", "Cookie: theme=dark");

    final String name;
    private final String lines;

    Visitors(String name, String... headers) {
        this.name = name;
        this.lines = String.join("\n", headers);
    }

    /** The header lines that this visitor sends. */
    String[] headers() {
        return lines.lines().toArray(String[]::new);
    }

    /** Whether pages for one may be given to the other. */
    boolean isLike(Visitors other) {
        return name.equals(other.name);
    }

    boolean hasToken() {
        return name.startsWith("Bearer");
    }

    /** Every two of them, in both orders. */
    static List<Visitors[]> pairs() {
        List<Visitors[]> pairs = new ArrayList<>();
        for (Visitors first : values()) {
            for (Visitors second : values()) {
                if (first != second) {
                    pairs.add(new Visitors[] {first, second});
                }
            }
        }
        return pairs;
    }
}
