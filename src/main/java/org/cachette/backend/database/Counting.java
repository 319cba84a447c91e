package org.cachette.backend.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.cachette.backend.Encoded;
import org.cachette.backend.Entry;
import org.cachette.backend.ValueFormat;
import org.cachette.backend.WholeNumbers;

/** Counts in a transaction that keeps others from the row. */
final class Counting {

    private Counting() {}

    static OptionalLong incr(Rows rows, EntryKey key, long delta, ValueFormat values) throws SQLException {
        Connection connection = rows.lease().connection();
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            Entry<Encoded> entry = rows.findForUpdate(key);
            OptionalLong sum = entry == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(WholeNumbers.sum(values.decode(entry.value()), delta));
            if (entry != null) {
                rows.put(List.of(key.row(values.encode(sum.getAsLong()))), entry.expiry());
            }
            rows.lease().commit();
            done = true;
            return sum;
        } finally {
            end(connection, done);
        }
    }

    private static void end(Connection connection, boolean done) throws SQLException {
        if (!done) {
            connection.rollback();
        }
        connection.setAutoCommit(true);
    }
}
