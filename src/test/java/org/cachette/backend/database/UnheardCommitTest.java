package org.cachette.backend.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.cachette.backend.AllowList;
import org.cachette.backend.Entry;
import org.cachette.backend.JavaSerializer;
import org.cachette.backend.ValueFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection that breaks at the next call of a method, before it does that or after. */
final class UnheardCommitTest implements ConnectionSource {

    private static final ValueFormat VALUES =
            new ValueFormat(new JavaSerializer(AllowList.of(""), UnheardCommitTest.class.getClassLoader()));
    private static final TableName NAME = TableName.of("counts");

    private final Database database = new Database(this, new Limits(100, 3, 3000, 1, true));
    private String breaking = "";
    private boolean after;

    @Override
    public String unit() {
        return "unit";
    }

    @Override
    public Opened open() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:h2:mem:counts;DB_CLOSE_DELAY=-1");
        Object proxy = Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) -> call(connection, method, arguments));
        return new Opened() {
            @Override
            public Connection connection() {
                return (Connection) proxy;
            }

            @Override
            public void giveBack(boolean broken) throws SQLException {
                connection.close();
            }
        };
    }

    private @Nullable Object call(Connection connection, Method method, Object @Nullable [] arguments)
            throws Throwable {
        boolean breaks = breaking.equals(arguments == null ? method.getName() : method.getName() + arguments[0]);
        if (breaks) {
            breaking = "";
        }
        if (breaks && !after) {
            throw new SQLException("connection reset", "08006");
        }
        @Nullable Object result;
        try {
            result = method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
        if (breaks) {
            throw new SQLException("connection reset", "08006");
        }
        return result;
    }

    @BeforeEach
    void storeTen() {
        run((rows, lease) -> {
            try (Statement statement = lease.connection().createStatement()) {
                statement.execute("DROP TABLE IF EXISTS counts");
                for (String sql : lease.dialect().creation(NAME)) {
                    statement.execute(sql);
                }
            }
            rows.put(List.of(rows.key("k").row(VALUES.encode(10L))), Entry.NEVER);
            return true;
        });
    }

    private interface Work<T> {
        T run(Rows rows, Lease lease) throws SQLException;
    }

    private <T> T run(Work<T> work) {
        return database.run(
                lease -> work.run(new Rows(lease, new TableSql(lease.dialect(), NAME, true), 0), lease),
                database.deadline());
    }

    private OptionalLong incr() {
        return run((rows, lease) -> Counting.incr(rows, rows.key("k"), 1, VALUES));
    }

    private Object stored() {
        return run((rows, lease) -> VALUES.decode(Objects.requireNonNull(rows.get(rows.key("k")))));
    }

    @Test
    void aCountWhoseCommitIsNotHeardOfIsNotDoneTwice() {
        breaking = "commit";
        after = true;

        assertThatThrownBy(this::incr).isInstanceOf(DatabaseFailure.class).hasMessageContaining("connection reset");
        assertThat(stored()).isEqualTo(11L);
    }

    @Test
    void aCountThatBreaksBeforeItsCommitIsDoneOnAnotherConnection() {
        breaking = "setAutoCommitfalse";

        assertThat(incr()).hasValue(11);
        assertThat(stored()).isEqualTo(11L);
    }

    @Test
    void aCountThatBreaksAfterItsCommitIsNotDoneTwice() {
        breaking = "setAutoCommittrue";

        assertThatThrownBy(this::incr).isInstanceOf(DatabaseFailure.class);
        assertThat(stored()).isEqualTo(11L);
    }

    @Test
    void theConnectionAfterAnUnheardCommitIsAFreshOne() {
        breaking = "commit";

        assertThatThrownBy(this::incr).isInstanceOf(DatabaseFailure.class);
        assertThat(incr()).hasValue(11);
    }

    @Test
    void aServerThatDoesNotKnowWhetherItCommittedIsNotAConflict() {
        assertThat(Failure.of(new SQLException("?", "40003"))).isEqualTo(Failure.CONNECTION);
    }
}
