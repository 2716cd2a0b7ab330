package net.aurpay.it.paymentpage;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import net.aurpay.client.CryptoCurrency;
import net.aurpay.client.Payment;
import net.aurpay.webhook.OrderSucceeded;
import net.aurpay.webhook.OrderTimedOut;

/**
 * The table of sales. The observers write to it, and the page reads it. Each method joins the transaction of the callback,
 * or has a short one of its own: without a transaction, Open Liberty keeps the connection until the request ends, also
 * while the request waits for Aurpay.
 */
@ApplicationScoped
@Transactional
public class Sales {
    private static final Duration TIME_TO_PAY = Duration.ofMinutes(30);

    @Resource(lookup = "jdbc/shop")
    DataSource database;

    /** Returns the reference of the new sale. */
    public String add(String item, BigDecimal price) throws SQLException {
        String reference = UUID.randomUUID().toString();
        update("insert into sale (reference, item, price, state) values (?, ?, ?, 'NEW')", reference, item, price);
        return reference;
    }

    public Optional<Sale> find(String reference) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select * from sale where reference = ?")) {
            query.setString(1, reference);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(sale(row)) : Optional.empty();
            }
        }
    }

    private static Sale sale(ResultSet row) throws SQLException {
        return new Sale(
                row.getString("reference"),
                row.getString("item"),
                row.getBigDecimal("price"),
                Sale.State.valueOf(row.getString("state")),
                row.getString("address") == null ? Optional.empty() : Optional.of(due(row)));
    }

    private static Sale.Due due(ResultSet row) throws SQLException {
        return new Sale.Due(
                row.getString("chain"),
                row.getString("currency"),
                row.getString("amount"),
                row.getString("address"),
                Optional.ofNullable(row.getString("contract_address")),
                row.getObject("pay_until", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString("received") == null
                        ? Optional.empty()
                        : Optional.of(new Sale.Shortfall(row.getString("received"), row.getString("missing"))));
    }

    /**
     * Stores the payment that the page shows from now on. If two requests have created a payment each, the first one is
     * stored, and nobody ever sees the other one.
     */
    public void opened(String reference, CryptoCurrency currency, Payment payment) throws SQLException {
        update(
                "update sale set state = 'OPEN', order_id = ?, chain = ?, currency = ?, amount = ?, address = ?,"
                        + " contract_address = ?, pay_until = ?, received = null, missing = null where reference = ? and state in ('NEW', 'EXPIRED')",
                payment.orderId(),
                currency.chain(),
                currency.currency(),
                // every digit: toString() may write an exponent, such as 8.2E-7
                payment.amount().toPlainString(),
                Objects.requireNonNull(payment.address()),
                payment.contractAddress(),
                utc(payment.createTime().plus(TIME_TO_PAY)),
                reference);
    }

    public void paid(@Observes OrderSucceeded event) throws SQLException {
        if (update("update sale set state = 'PAID' where reference = ?", event.reference()) == 0) {
            // the sale may not be committed yet: the callback is answered 500, and Aurpay retries it
            throw new IllegalStateException("no sale <" + event.reference() + ">");
        }
    }

    /**
     * Ignores the time-out of an earlier payment: the time of the open payment ends much later. The five minutes are for
     * clocks that differ.
     */
    public void expired(@Observes OrderTimedOut event) throws SQLException {
        update(
                "update sale set state = 'EXPIRED' where reference = ? and state = 'OPEN' and pay_until < ?",
                event.reference(),
                utc(Instant.now().plus(Duration.ofMinutes(5))));
    }

    /** Returns whether this is news. */
    public boolean underpaid(String orderId) throws SQLException {
        return update(
                        "update sale set state = 'UNDERPAID' where order_id = ? and state in ('OPEN', 'EXPIRED')",
                        orderId)
                == 1;
    }

    public void lacks(String orderId, BigDecimal received, BigDecimal missing) throws SQLException {
        update(
                "update sale set received = ?, missing = ? where order_id = ?",
                received.toPlainString(),
                missing.toPlainString(),
                orderId);
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    private int update(String sql, Object... parameters) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                update.setObject(i + 1, parameters[i]);
            }
            return update.executeUpdate();
        }
    }
}
