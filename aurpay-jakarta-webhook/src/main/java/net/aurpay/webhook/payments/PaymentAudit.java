package net.aurpay.webhook.payments;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.aurpay.client.Order;
import net.aurpay.client.OrderQuery;
import net.aurpay.client.OrderStatus;
import net.aurpay.client.Page;
import net.aurpay.client.Transaction;
import net.aurpay.webhook.AuditReport;
import net.aurpay.webhook.PaymentCandidate;
import net.aurpay.webhook.UnexplainedOrder;
import net.aurpay.webhook.inbox.InboxTable;
import net.aurpay.webhook.inbox.ShortTransaction;
import net.aurpay.webhook.inbox.WebhookKeys;
import org.jspecify.annotations.Nullable;

/** Compares the orders that Aurpay shows as paid with what was processed. Fires nothing. Thread-safe. */
final class PaymentAudit {
    private static final System.Logger LOG = System.getLogger(PaymentAudit.class.getName());

    /** The largest page, and the number of orders that one statement looks for. */
    private static final int CHUNK = 100;

    /** In which zone Aurpay reads the times of a query is not documented. */
    private static final Duration ANY_ZONE = Duration.ofDays(1);

    /** How long a payment URL is taken into account after it was opened. */
    private static final Duration URL_LIFETIME = Duration.ofDays(30);

    /** How far Aurpay's clock may be behind ours. */
    private static final Duration CLOCKS = Duration.ofMinutes(2);

    private final PaymentTable table;
    private final InboxTable inbox;
    private final TableTransaction transaction;
    private final AccountAccess account;
    private final UnmatchedTransactions unmatched;

    /**
     * Creates the audit.
     *
     * @param inbox in the same database
     */
    PaymentAudit(PaymentTable table, InboxTable inbox, ShortTransaction transaction, AccountAccess account) {
        this.table = table;
        this.inbox = inbox;
        this.transaction = new TableTransaction(table, transaction);
        this.account = account;
        this.unmatched = new UnmatchedTransactions(account.orders()::transactions);
    }

    /**
     * Audits the orders that were created in a window.
     *
     * @param from inclusive
     * @param to exclusive
     */
    AuditReport audit(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from must be before to, were <" + from + "> and <" + to + ">");
        }
        Window window = new Window(from, to);
        window.list(OrderStatus.SUCCESS);
        window.list(OrderStatus.RESOLVED);
        List<Transaction> transactions = unmatched.between(from, to);
        AuditReport report =
                new AuditReport(from, to, window.paid.size(), window.unexplained(), transactions, limitation(from));
        LOG.log(
                report.unexplained().isEmpty() ? System.Logger.Level.INFO : System.Logger.Level.WARNING,
                () -> account.inLog() + "audit of the orders from " + from + " to " + to + ": " + report.paid()
                        + " paid, "
                        + report.unexplained().size() + " of them unexplained, "
                        + report.unmatched().size() + " unmatched transactions"
                        + report.limitation()
                                .map(sentence -> "; not exact: " + sentence)
                                .orElse(""));
        return report;
    }

    private Optional<String> limitation(Instant from) {
        int count = transaction.commit(
                connection -> inbox.succeededWithoutOrder(connection, account.name(), from, table.name()));
        return count == 0
                ? Optional.empty()
                : Optional.of(count + " processed callbacks do not name their orders, so that as many orders may be"
                        + " reported although they were processed: set " + WebhookKeys.CONFIRM
                        + "=true, or open all payments by Payments, which asks for POST callbacks");
    }

    /** The orders of one audit. */
    private final class Window {
        private final Instant from;
        private final Instant to;
        private final Set<String> paid = new HashSet<>();
        private final Map<String, Order> unexplained = new LinkedHashMap<>();
        private final Map<String, OpenPayment> givenUp = new HashMap<>();

        private Window(Instant from, Instant to) {
            this.from = from;
            this.to = to;
        }

        void list(OrderStatus status) {
            OrderQuery query = OrderQuery.all()
                    .withStatus(status)
                    .withCreatedFrom(from.minus(ANY_ZONE))
                    .withCreatedBefore(to.plus(ANY_ZONE))
                    .withSize(CHUNK);
            Map<String, Order> chunk = new LinkedHashMap<>();
            Page.stream(number -> account.orders().orders(query.withPage(number)))
                    .forEach(order -> {
                        String id = order.orderId();
                        if (id != null && isPaid(order) && isWithin(time(order)) && paid.add(id)) {
                            chunk.put(id, order);
                        }
                        if (chunk.size() == CHUNK) {
                            explain(chunk);
                            chunk.clear();
                        }
                    });
            explain(chunk);
        }

        private void explain(Map<String, Order> chunk) {
            Set<String> explained = new HashSet<>();
            transaction.commit(connection -> {
                explained.addAll(inbox.succeeded(connection, account.name(), chunk.keySet()));
                for (OpenPayment payment : table.withOrders(connection, account.name(), chunk.keySet())) {
                    if (explains(payment)) {
                        explained.add(payment.orderId());
                    } else {
                        givenUp.put(payment.orderId(), payment);
                    }
                }
                return true;
            });
            chunk.forEach((id, order) -> {
                if (!explained.contains(id)) {
                    unexplained.put(id, order);
                }
            });
        }

        private boolean isWithin(@Nullable Instant time) {
            return time == null || (!time.isBefore(from) && time.isBefore(to));
        }

        List<UnexplainedOrder> unexplained() {
            Set<Price> prices = new HashSet<>();
            unexplained.values().forEach(order -> Price.of(order).ifPresent(prices::add));
            Map<Price, List<OpenPayment>> urls =
                    prices.isEmpty() ? Map.of() : transaction.commit(connection -> openUrls(connection, prices));
            return unexplained.values().stream()
                    .map(order -> new UnexplainedOrder(order, candidates(order, urls)))
                    .toList();
        }

        private Map<Price, List<OpenPayment>> openUrls(Connection connection, Set<Price> prices) throws SQLException {
            Map<Price, List<OpenPayment>> urls = new HashMap<>();
            table.openUrls(connection, account.name(), from.minus(URL_LIFETIME), to.plus(CLOCKS), payment -> {
                Price price = Price.of(payment);
                if (prices.contains(price)) {
                    urls.computeIfAbsent(price, key -> new ArrayList<>()).add(payment);
                }
            });
            return urls;
        }

        private List<PaymentCandidate> candidates(Order order, Map<Price, List<OpenPayment>> urls) {
            List<PaymentCandidate> candidates = new ArrayList<>();
            OpenPayment known = givenUp.get(order.orderId());
            if (known != null) {
                candidates.add(candidate(known));
                return candidates;
            }
            Instant time = Objects.requireNonNullElse(time(order), to);
            Price.of(order).map(urls::get).orElse(List.of()).stream()
                    .filter(payment -> isBefore(payment, time))
                    .map(PaymentAudit::candidate)
                    .forEach(candidates::add);
            return candidates;
        }
    }

    /**
     * Whether a payment accounts for its order: its success was fired, or a sweep will do so. If the payment was given up
     * and a person has accepted it later, only an audit finds the order.
     */
    private static boolean explains(OpenPayment payment) {
        return payment.status().isPaid()
                || payment.status().equals(OrderStatus.REFUNDED)
                || !payment.due().equals(OpenPayment.NEVER);
    }

    private static boolean isBefore(OpenPayment payment, Instant order) {
        return !payment.created().isAfter(order.plus(CLOCKS))
                && !payment.created().isBefore(order.minus(URL_LIFETIME));
    }

    private static PaymentCandidate candidate(OpenPayment payment) {
        return new PaymentCandidate(payment.paymentId(), payment.originalReference(), payment.created());
    }

    private static boolean isPaid(Order order) {
        return order.status() != null && order.status().isPaid();
    }

    /** Null if neither the id nor the order tells when the order was created. */
    private static @Nullable Instant time(Order order) {
        Instant time = OrderTime.of(String.valueOf(order.orderId()), Instant.MIN);
        return time.equals(Instant.MIN) ? order.createTime() : time;
    }

    /** What was asked for, comparable: 18 and 18.00 are the same. */
    private record Price(BigDecimal amount, String currency) {
        static Optional<Price> of(Order order) {
            return order.price() == null || order.priceCurrency() == null
                    ? Optional.empty()
                    : Optional.of(new Price(order.price().stripTrailingZeros(), order.priceCurrency()));
        }

        static Price of(OpenPayment payment) {
            return new Price(payment.price().stripTrailingZeros(), payment.priceCurrency());
        }
    }
}
