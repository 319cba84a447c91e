package org.cachette.backend.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class FailureTest {

    @Test
    void whatTheDriverSaysCountsHoweverAServerWrapsIt() {
        SQLException drivers = new SQLException("Table not found", "42S02");
        SQLException wrapped =
                new SQLException(new UndeclaredThrowableException(new InvocationTargetException(drivers)));

        assertThat(Failure.of(wrapped)).isEqualTo(Failure.NO_TABLE);
    }

    @Test
    void whatNobodyKnowsMayBeTheConnection() {
        assertThat(Failure.of(new SQLException("?"))).isEqualTo(Failure.CONNECTION);
        assertThat(Failure.of(new SQLException("?", "08006"))).isEqualTo(Failure.CONNECTION);
        assertThat(Failure.of(new SQLException("?", "57P01"))).isEqualTo(Failure.CONNECTION);
        assertThat(Failure.of(new SQLException("?", "40P01"))).isEqualTo(Failure.CONFLICT);
        assertThat(Failure.of(new SQLException("?", "23505"))).isEqualTo(Failure.DUPLICATE);
        assertThat(Failure.of(new SQLException("?", "22001"))).isEqualTo(Failure.OTHER);
    }
}
