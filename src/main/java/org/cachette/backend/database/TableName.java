package org.cachette.backend.database;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The name of a cache's table, of one part or two, the first of which is a schema. Nothing that could end a name in SQL
 * is in it.
 */
record TableName(String text, List<String> parts) {

    static final String EXPECTED =
            "the name of a table, or of a schema and a table with a dot between them, of letters,"
                    + " digits, blanks and _ - $, each of 1 to 55 characters";

    /** Written as it is, so that the database takes the name as it takes those of the application's own tables. */
    private static final Pattern BARE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_$](?:[A-Za-z0-9_$ -]{0,53}[A-Za-z0-9_$-])?");

    /**
     * The table of that name; without one, the default.
     *
     * @throws IllegalArgumentException when it cannot be the name of a table
     */
    static TableName of(String location) {
        String text = location.isEmpty() ? CacheEntry.TABLE : location;
        List<String> parts = List.of(text.split("\\.", -1));
        if (parts.size() > 2
                || !parts.stream().allMatch(part -> PART.matcher(part).matches())) {
            throw new IllegalArgumentException(text);
        }
        return new TableName(text, parts);
    }

    String sql(Dialect dialect) {
        String table = written(table(), dialect);
        return parts.size() == 1 ? table : written(parts.get(0), dialect) + "." + table;
    }

    String indexSql(Dialect dialect) {
        return written(table() + "_expires", dialect);
    }

    String table() {
        return parts.get(parts.size() - 1);
    }

    private static String written(String part, Dialect dialect) {
        return BARE.matcher(part).matches() ? part : dialect.quote() + part + dialect.quote();
    }
}
