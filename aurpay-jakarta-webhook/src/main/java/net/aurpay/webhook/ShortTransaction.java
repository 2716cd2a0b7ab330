package net.aurpay.webhook;

import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Runs work on the inbox's data source in a transaction of its own, in which no event is fired. Even a mere look needs
 * one: Open Liberty keeps a connection that is taken outside a transaction until the request ends.
 */
final class ShortTransaction {
    private final Supplier<UserTransaction> transactions;
    private final DataSource dataSource;

    ShortTransaction(Supplier<UserTransaction> transactions, DataSource dataSource) {
        this.transactions = transactions;
        this.dataSource = dataSource;
    }

    /** Commits what the work did; rolls back if it throws. */
    <T> T commit(Work<T> work) throws SQLException, LaterException {
        return run(work, UserTransaction::commit);
    }

    /** Rolls back what the work did, also if it succeeds. */
    <T> T rollBack(Work<T> work) throws SQLException, LaterException {
        return run(work, UserTransaction::rollback);
    }

    private <T> T run(Work<T> work, End end) throws SQLException, LaterException {
        UserTransaction transaction = begin();
        T result;
        try (Connection connection = connect()) {
            result = work.on(connection);
        } catch (SQLException | LaterException | RuntimeException | Error e) {
            rollBack(transaction, e);
            throw e;
        }
        try {
            end.of(transaction);
        } catch (Exception e) {
            throw new LaterException("a transaction of the inbox could not be ended", e);
        }
        return result;
    }

    private UserTransaction begin() throws LaterException {
        try {
            UserTransaction transaction = transactions.get();
            transaction.begin();
            return transaction;
        } catch (Exception e) {
            throw new LaterException("no transaction could be begun", e);
        }
    }

    private Connection connect() throws LaterException {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new LaterException(
                    "aurpay.webhook.datasource gives no connection, SQL state <" + e.getSQLState() + ">", e);
        }
    }

    private static void rollBack(UserTransaction transaction, Throwable cause) {
        try {
            transaction.rollback();
        } catch (Exception e) {
            cause.addSuppressed(e);
        }
    }

    /** Work on a connection that belongs to the transaction. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private interface End {
        void of(UserTransaction transaction) throws Exception;
    }
}
