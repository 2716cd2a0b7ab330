package net.aurpay.webhook.inbox;

import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Runs work on the data source of the inbox in a separate transaction, in which no event is fired. Even a read needs a
 * transaction: Open Liberty keeps a connection that is taken outside a transaction until the request ends.
 *
 * <p>If the database ends a transaction because of another one, as in a deadlock, the work is done again from its
 * beginning. So whatever it changes besides the database must be the same after the second time as after the first.
 */
public final class ShortTransaction {
    private static final int ATTEMPTS = 10;

    /** The longest pause before the work is done again. Its length is random, so that the same two do not meet again. */
    private static final int PAUSE_MILLIS = 50;

    private final Supplier<UserTransaction> transactions;
    private final DataSource dataSource;

    public ShortTransaction(Supplier<UserTransaction> transactions, DataSource dataSource) {
        this.transactions = transactions;
        this.dataSource = dataSource;
    }

    /** Commits the work; rolls back if the work throws. */
    public <T> T commit(Work<T> work) throws SQLException, RetryLaterException {
        return run(work, UserTransaction::commit);
    }

    /** Rolls the work back, even if it succeeds. */
    public <T> T rollBack(Work<T> work) throws SQLException, RetryLaterException {
        return run(work, UserTransaction::rollback);
    }

    private <T> T run(Work<T> work, End end) throws SQLException, RetryLaterException {
        for (int attempt = 1; ; attempt++) {
            try {
                return runOnce(work, end);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !SqlState.isSerializationFailure(e)) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() throws RetryLaterException {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, PAUSE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetryLaterException("interrupted before a transaction was tried again", e);
        }
    }

    private <T> T runOnce(Work<T> work, End end) throws SQLException, RetryLaterException {
        UserTransaction transaction = begin();
        T result;
        try (Connection connection = connect()) {
            result = work.on(connection);
        } catch (SQLException | RetryLaterException | RuntimeException | Error e) {
            rollBack(transaction, e);
            throw e;
        }
        try {
            end.of(transaction);
        } catch (Exception e) {
            throw new RetryLaterException("a transaction of the inbox could not be ended", e);
        }
        return result;
    }

    private UserTransaction begin() throws RetryLaterException {
        try {
            UserTransaction transaction = transactions.get();
            transaction.begin();
            return transaction;
        } catch (Exception e) {
            throw new RetryLaterException("a transaction could not be begun", e);
        }
    }

    private Connection connect() throws RetryLaterException {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new RetryLaterException(
                    WebhookKeys.DATASOURCE + " does not provide a connection, SQL state <" + e.getSQLState() + ">", e);
        }
    }

    private static void rollBack(UserTransaction transaction, Throwable cause) {
        try {
            transaction.rollback();
        } catch (Exception e) {
            cause.addSuppressed(e);
        }
    }

    /** Work on a connection that belongs to the transaction. It may be done several times. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private interface End {
        void of(UserTransaction transaction) throws Exception;
    }
}
