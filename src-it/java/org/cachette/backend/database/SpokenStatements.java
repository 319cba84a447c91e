package org.cachette.backend.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A JDBC driver in front of another that keeps what is said to the database, as long as it is open. */
final class SpokenStatements implements Driver, AutoCloseable {

    private static final String PREFIX = "jdbc:spoken:";

    private final List<String> spoken = new CopyOnWriteArrayList<>();

    SpokenStatements() throws SQLException {
        DriverManager.registerDriver(this);
    }

    /** The URL that leads through here. */
    static String url(String url) {
        return PREFIX + url.substring("jdbc:".length());
    }

    /** The statements about that table while the action ran. */
    List<String> during(String table, Runnable action) {
        spoken.clear();
        action.run();
        return spoken.stream().filter(sql -> sql.contains(table)).toList();
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        return acceptsURL(url)
                ? heard(
                        Connection.class,
                        DriverManager.getConnection("jdbc:" + url.substring(PREFIX.length()), info),
                        "")
                : null;
    }

    private <T> T heard(Class<T> type, T real, String prepared) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    String sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String text
                            ? text
                            : prepared;
                    if (method.getName().startsWith("execute")) {
                        spoken.add(sql);
                    }
                    return wrapped(invoked(real, method, arguments), sql);
                }));
    }

    private static @Nullable Object invoked(Object real, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private @Nullable Object wrapped(@Nullable Object result, String sql) {
        if (result instanceof PreparedStatement statement) {
            return heard(PreparedStatement.class, statement, sql);
        }
        return result instanceof Statement statement ? heard(Statement.class, statement, sql) : result;
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public void close() throws SQLException {
        DriverManager.deregisterDriver(this);
    }
}
