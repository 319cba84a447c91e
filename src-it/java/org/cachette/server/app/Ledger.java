package org.cachette.server.app;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.cachette.annotation.Cached;
import org.cachette.annotation.Invalidates;

/** A sum in the server's default database, which is slow to read and changed in transactions of the server. */
@ApplicationScoped
public class Ledger {

    private final AtomicInteger reads = new AtomicInteger();

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;

    @PostConstruct
    void begin() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists ledger (amount int)");
            statement.execute("delete from ledger");
            statement.execute("insert into ledger values (0)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The sum, and how often it has been read. */
    @Cached(timeout = 300, key = "sum")
    public String sum() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select amount from ledger")) {
            rows.next();
            return rows.getInt(1) + ", read " + reads.incrementAndGet();
        }
    }

    @Transactional(rollbackOn = Exception.class)
    @Invalidates(key = "sum")
    public void pay(int amount, boolean failing) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("update ledger set amount = amount + ?")) {
            statement.setInt(1, amount);
            statement.executeUpdate();
        }
        if (failing) {
            throw new IllegalStateException("not paid");
        }
    }
}
