package net.aurpay.webhook.inbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Checks what a database that finds deadlocks makes of two transactions that wait for each other. */
@Timeout(60)
abstract class ShortTransactionContract {
    private final LocalJta jta = new LocalJta(database());
    private final ShortTransaction transaction = new ShortTransaction(() -> jta, jta);
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final AtomicInteger attempts = new AtomicInteger();

    abstract DataSource database();

    @BeforeEach
    void createTable() throws SQLException {
        execute("drop table if exists balance");
        execute("create table balance (name varchar(9) primary key, amount int not null)");
        execute("insert into balance values ('one', 0), ('two', 0)");
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void doesTheWorkAgainAfterADeadlock() throws Exception {
        CountDownLatch bothHaveARow = new CountDownLatch(2);
        Future<Boolean> first = threads.submit(change("one", "two", bothHaveARow));
        Future<Boolean> second = threads.submit(change("two", "one", bothHaveARow));

        assertThat(first.get(30, SECONDS)).isTrue();
        assertThat(second.get(30, SECONDS)).isTrue();
        assertThat(attempts).as("two, and one after the deadlock").hasValue(3);
        assertThat(amount("one")).isEqualTo(2);
        assertThat(amount("two")).isEqualTo(2);
    }

    @Test
    void givesUpAfterTenDeadlocks() throws SQLException {
        assertThatThrownBy(() -> transaction.commit(connection -> {
                    attempts.incrementAndGet();
                    execute(connection, "update balance set amount = 1");
                    throw new SQLException("told to fail", "40001");
                }))
                .hasMessage("told to fail");

        assertThat(attempts).hasValue(10);
        assertThat(amount("one")).isZero();
    }

    @Test
    void doesNotRepeatWorkThatFailsInAnotherWay() throws SQLException {
        assertThatThrownBy(() -> transaction.commit(connection -> {
                    attempts.incrementAndGet();
                    throw new SQLException("whether this was done is unknown", "40003");
                }))
                .hasMessage("whether this was done is unknown");

        assertThat(attempts).hasValue(1);
    }

    private Callable<Boolean> change(String first, String second, CountDownLatch bothHaveARow) {
        return () -> transaction.commit(connection -> {
            attempts.incrementAndGet();
            add(connection, first);
            bothHaveARow.countDown();
            await(bothHaveARow);
            add(connection, second);
            return true;
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(Connection connection, String name) throws SQLException {
        execute(connection, "update balance set amount = amount + 1 where name = '" + name + "'");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database().getConnection()) {
            execute(connection, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int amount(String name) throws SQLException {
        try (Connection connection = database().getConnection();
                Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("select amount from balance where name = '" + name + "'")) {
            assertThat(row.next()).isTrue();
            return row.getInt(1);
        }
    }
}
