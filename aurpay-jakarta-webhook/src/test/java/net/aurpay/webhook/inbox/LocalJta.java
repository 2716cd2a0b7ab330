package net.aurpay.webhook.inbox;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One data source and its transactions, as a server provides them: inside a transaction, all connections of a thread
 * are the same one, and closing it has no effect; outside, each statement is committed separately.
 */
public final class LocalJta implements UserTransaction, DataSource {
    public volatile boolean isDown;

    /** Connections that were opened outside a transaction. */
    final AtomicInteger outside = new AtomicInteger();

    /**
     * The SQL state with which each insert into the inbox fails; empty for a failure without one, null for no failure.
     */
    volatile @Nullable String stateOfInserts;

    private final DataSource database;
    private final Map<Thread, Connection> active = new ConcurrentHashMap<>();

    public LocalJta(DataSource database) {
        this.database = database;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (isDown) {
            throw new SQLException("connection refused", "08001");
        }
        Connection connection = active.get(Thread.currentThread());
        if (connection != null) {
            return unclosed(connection);
        }
        outside.incrementAndGet();
        return database.getConnection();
    }

    @Override
    public void begin() throws SystemException {
        if (isDown) {
            return;
        }
        try {
            Connection connection = database.getConnection();
            connection.setAutoCommit(false);
            active.put(Thread.currentThread(), connection);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void commit() throws SystemException, RollbackException {
        try (Connection connection = end()) {
            connection.commit();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void rollback() throws SystemException {
        if (isDown) {
            return;
        }
        try (Connection connection = end()) {
            connection.rollback();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public int getStatus() {
        return active.containsKey(Thread.currentThread()) ? Status.STATUS_ACTIVE : Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public void setRollbackOnly() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setTransactionTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    private Connection end() throws SystemException {
        Connection connection = active.remove(Thread.currentThread());
        if (connection == null) {
            throw new SystemException("no transaction");
        }
        return connection;
    }

    private static SystemException failed(SQLException e) {
        SystemException failed = new SystemException(e.getMessage());
        failed.initCause(e);
        return failed;
    }

    private Connection unclosed(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                LocalJta.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    if (stateOfInserts != null
                            && method.getName().equals("prepareStatement")
                            && arguments[0].toString().startsWith("insert into aurpay_callback")) {
                        throw new SQLException("told to fail", stateOfInserts.isEmpty() ? null : stateOfInserts);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public Connection getConnection(String user, String password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PrintWriter getLogWriter() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return database.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return database.isWrapperFor(type);
    }
}
