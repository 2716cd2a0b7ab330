package net.aurpay.it.table;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import net.aurpay.it.app.EventLog;
import net.aurpay.webhook.OrderEvent;

/** Stores the orders in the inbox's database, and observes the end of the transaction. A CDI bean. */
@ApplicationScoped
public class OrderBook {
    @Inject
    DataSource database;

    @Inject
    EventLog log;

    /** Runs before the observers that may fail. */
    public void note(@Observes @Priority(1000) OrderEvent event) {
        new OrderRow("cdi", event).insert(database);
    }

    /** Inserts a duplicate of a unique value: PostgreSQL checks the constraint at the commit. */
    public void spoilCommit(@Observes @Priority(1001) OrderEvent event) throws SQLException {
        if (event.reference().startsWith("fail-commit")) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("insert into ledger values ('spoilt'), ('spoilt')");
            }
        }
    }

    public void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderEvent event) {
        log.add("after-success", event);
    }

    public void committedAsync(@ObservesAsync OrderEvent event) {
        log.add("async-" + OrderRow.count(event, database), event);
    }
}
