package org.cachette.samples.forum.data;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Inserts many rows: some in one statement, some statements in one transaction, none of which lasts long. */
class Inserts {

    private static final int ROWS_A_STATEMENT = 50;
    private static final int ROWS_A_TRANSACTION = 10_000;

    private final Database database;

    Inserts(Database database) {
        this.database = database;
    }

    /** {@code target} is the table and its columns. */
    void into(String target, Stream<Object[]> rows) {
        Iterator<Object[]> left = rows.iterator();
        while (left.hasNext()) {
            database.write(entities -> transaction(entities, target, left));
        }
    }

    private static void transaction(EntityManager entities, String target, Iterator<Object[]> left) {
        for (int done = 0; done < ROWS_A_TRANSACTION && left.hasNext(); done += ROWS_A_STATEMENT) {
            List<Object[]> rows = new ArrayList<>();
            while (rows.size() < ROWS_A_STATEMENT && left.hasNext()) {
                rows.add(left.next());
            }
            statement(entities, target, rows);
        }
    }

    private static void statement(EntityManager entities, String target, List<Object[]> rows) {
        String row = "(" + String.join(", ", Collections.nCopies(rows.get(0).length, "?")) + ")";
        Query insert = entities.createNativeQuery(
                "insert into " + target + " values " + String.join(", ", Collections.nCopies(rows.size(), row)));
        int position = 0;
        for (Object[] values : rows) {
            for (Object value : values) {
                insert.setParameter(++position, value);
            }
        }
        insert.executeUpdate();
    }
}
