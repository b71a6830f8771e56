package org.jianzheng.support;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * The driver of the tests' database, which notes what a thread reads: whoever asks, by Hibernate, by JDBC, the engine or
 * the session.
 */
public final class CountingDriver implements Driver {

    private static final ThreadLocal<List<String>> READ = new ThreadLocal<>();

    /** The SELECTs that the work sends on this thread, in order. */
    public static List<String> selectsOf(Runnable work) {
        List<String> read = new ArrayList<>();
        READ.set(read);
        try {
            work.run();
        } finally {
            READ.remove();
        }
        return read;
    }

    private static void note(String sql) {
        List<String> read = READ.get();
        String words = sql.strip();
        if (read != null
                && (words.regionMatches(true, 0, "select", 0, 6) || words.regionMatches(true, 0, "with", 0, 4))) {
            read.add(words.replaceAll("\\s+", " "));
        }
    }

    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
        Connection connection = DriverManager.getDriver(url).connect(url, properties);
        return proxy(Connection.class, connection, (method, arguments) -> {
            Object answer = call(connection, method, arguments);
            if (answer instanceof PreparedStatement statement) {
                return noting(PreparedStatement.class, statement, (String) arguments[0]);
            }
            return answer instanceof Statement statement ? noting(Statement.class, statement, null) : answer;
        });
    }

    private static <T extends Statement> T noting(Class<T> type, T statement, String prepared) {
        return proxy(type, statement, (method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                note(arguments != null && arguments[0] instanceof String sql ? sql : prepared == null ? "" : prepared);
            }
            return call(statement, method, arguments);
        });
    }

    private interface Calls {
        Object answer(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T of, Calls calls) {
        return type.cast(Proxy.newProxyInstance(
                CountingDriver.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> calls.answer(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith("jdbc:mariadb:") || url.startsWith("jdbc:mysql:");
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
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
        return Logger.getLogger(CountingDriver.class.getName());
    }
}
