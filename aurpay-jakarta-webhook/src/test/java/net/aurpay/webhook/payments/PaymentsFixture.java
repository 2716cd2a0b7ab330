package net.aurpay.webhook.payments;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.transaction.Status;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import net.aurpay.client.Callbacks;
import net.aurpay.client.Order;
import net.aurpay.client.OrderStatus;
import net.aurpay.client.Payment;
import net.aurpay.client.PaymentRequest;
import net.aurpay.client.PaymentUrl;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.client.shared.PercentEncoding;
import net.aurpay.webhook.CallbackRejected;
import net.aurpay.webhook.OrderEvent;
import net.aurpay.webhook.OrderSucceeded;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.SettlementResult;
import net.aurpay.webhook.SweepReport;
import net.aurpay.webhook.endpoint.CallbackOwner;
import net.aurpay.webhook.endpoint.EventTransaction;
import net.aurpay.webhook.endpoint.Observers;
import net.aurpay.webhook.endpoint.OrderConfirmation;
import net.aurpay.webhook.endpoint.OrderSettlement;
import net.aurpay.webhook.inbox.AccountKey;
import net.aurpay.webhook.inbox.EventKind;
import net.aurpay.webhook.inbox.Inbox;
import net.aurpay.webhook.inbox.InboxConfig;
import net.aurpay.webhook.inbox.InboxEntry;
import net.aurpay.webhook.inbox.InboxTable;
import net.aurpay.webhook.inbox.LocalJta;
import net.aurpay.webhook.inbox.ShortTransaction;
import net.aurpay.webhook.verification.VerifiedCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * The tables of the open payments and of the inbox in a database, and Aurpay. The contracts extend each other, so that
 * each database has one test.
 */
abstract class PaymentsFixture {
    static final PaymentRequest REQUEST = PaymentRequest.of("ETH", "USDT-ERC20", new BigDecimal("18"), "USD");
    static final PaymentUrlRequest URL_REQUEST = PaymentUrlRequest.of(new BigDecimal("18"), "USD");
    static final Looks LOOKS = new Looks(List.of(Duration.ofMinutes(35), Duration.ofHours(1), Duration.ofDays(1)));

    volatile Instant now = Sample.NOW;
    final ExecutorService threads = Executors.newCachedThreadPool();
    final LocalJta jta = new LocalJta(database());
    final Aurpay aurpay = new Aurpay(() -> now);
    private final Map<String, Aurpay> others = new ConcurrentHashMap<>();
    final PaymentTable table = new PaymentTable("aurpay_payment");
    final ShortTransaction transaction = new ShortTransaction(() -> jta, jta);
    final PaymentOpening opening = opening();
    final List<String> settled = Collections.synchronizedList(new ArrayList<>());
    volatile Settler settler = this::settle;

    /** What observers got in transactions that were committed. */
    final List<OrderEvent> events = Collections.synchronizedList(new ArrayList<>());

    private final PaymentsConfig config = new PaymentsConfig("aurpay_payment", LOOKS.after(), Optional.empty());
    final PaymentLedger ledger = PaymentStore.ledger(config, jta, () -> jta);
    final InboxTable inboxTable = new InboxTable("aurpay_callback", false);
    private final Inbox inbox = Inbox.inTable(
            new InboxConfig(Optional.of("jdbc/a"), "aurpay_callback", 1, Duration.ofDays(1), Optional.empty()),
            jta,
            () -> jta,
            () -> now);

    /** Fires events as a callback or a look-up does. */
    final OrderSettlement settlement = settlement("");

    final TablePayments payments = server();
    final TablePayments otherServer = server();

    abstract DataSource database();

    private TablePayments server() {
        return TablePayments.of(
                new PaymentStore(
                        config,
                        jta,
                        () -> jta,
                        ledger,
                        inboxTable,
                        (account, report) -> {},
                        Json.createReaderFactory(Map.of()),
                        () -> now),
                this::access);
    }

    /** What an account's payments need; each account has an Aurpay of its own. */
    AccountAccess access(String account) {
        return new AccountAccess(
                account,
                aurpay(account),
                aurpay(account),
                settlement(account),
                reference -> callbacks(account, reference));
    }

    Aurpay aurpay(String account) {
        return account.isEmpty() ? aurpay : others.computeIfAbsent(account, name -> new Aurpay(() -> now));
    }

    OrderSettlement settlement(String account) {
        return new OrderSettlement(
                new CallbackOwner(account, List.of(Sample.BASE), "north"::equals),
                new EventTransaction(() -> jta, inbox, new Committed(), ledger),
                new OrderConfirmation(aurpay(account)::order, Sample.noTransactions(), Optional.empty()),
                () -> now);
    }

    @BeforeEach
    void createTables() throws Exception {
        createTable("aurpay_payment");
        createTable("aurpay_callback");
        inbox.check();
    }

    private void createTable(String name) throws SQLException {
        String ddl = Sample.resource("/META-INF/aurpay/" + name + ".sql");
        for (String statement : ddl.replaceAll("--.*", "").split(";", -1)) {
            if (!statement.isBlank()) {
                execute(statement.strip());
            }
        }
    }

    @AfterEach
    void dropTables() throws SQLException {
        threads.shutdownNow();
        execute("drop table aurpay_payment");
        execute("drop table aurpay_callback");
    }

    SettlementResult settle(Callbacks callbacks, Order order) {
        settled.add(order.orderId() + " " + order.status());
        return switch (String.valueOf(order.status())) {
            case "SUCCESS", "RESOLVED" -> SettlementResult.PAID;
            case "PARTIAL" -> SettlementResult.UNDERPAID;
            default -> SettlementResult.PENDING;
        };
    }

    void pay(Payment payment, String status) {
        aurpay.states.put(String.valueOf(payment.orderId()), status);
    }

    void record(Payment payment, OrderStatus status) throws SQLException {
        try (Connection connection = jta.getConnection()) {
            OpenPayment row = table.withOrder(connection, "", String.valueOf(payment.orderId()))
                    .get(0);
            table.record(connection, "", row.paymentId(), status, null);
        }
    }

    SweepReport sweep(int atMost) {
        return sweep.sweep(SweptAccounts.all(), atMost);
    }

    Payment open(String reference, PaymentRequest request) {
        return opening.open(reference, Offer.of(request, aurpay::createPayment));
    }

    PaymentUrl open(String reference, PaymentUrlRequest request) {
        return opening.open(reference, Offer.of(request, aurpay::createPaymentUrl));
    }

    final PaymentSweep sweep = new PaymentSweep(table, transaction, this::accessWithSettler, LOOKS, () -> now);

    private AccountAccess accessWithSettler(String account) {
        return new AccountAccess(
                account,
                aurpay(account),
                aurpay(account),
                (callbacks, order) -> settler.settle(callbacks, order),
                reference -> callbacks(account, reference));
    }

    PaymentOpening opening() {
        return new PaymentOpening(
                table,
                transaction,
                accessWithSettler(""),
                opened -> opened.plus(LOOKS.after().get(0)),
                Json.createReaderFactory(Map.of()),
                () -> now);
    }

    static Callbacks callbacks(String account, String reference) {
        byte[] id = new byte[16];
        ThreadLocalRandom.current().nextBytes(id);
        String base = Sample.BASE + (account.isEmpty() ? "" : "/" + account);
        String query = "?reference=" + PercentEncoding.encode(reference) + "&payment="
                + HexFormat.of().formatHex(id);
        return new Callbacks(URI.create(base + "/succeeded" + query), URI.create(base + "/timed-out" + query), false);
    }

    List<OpenPayment> rows() {
        try (Connection connection = jta.getConnection();
                Statement statement = connection.createStatement();
                ResultSet ids =
                        statement.executeQuery("select account, payment_id from aurpay_payment order by created_at")) {
            List<OpenPayment> rows = new ArrayList<>();
            List<Map.Entry<String, String>> all = new ArrayList<>();
            while (ids.next()) {
                all.add(Map.entry(ids.getString(1), ids.getString(2)));
            }
            for (Map.Entry<String, String> id : all) {
                rows.add(table.find(connection, AccountKey.name(id.getKey()), id.getValue())
                        .orElseThrow());
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a column of the inbox holds. */
    List<String> inboxColumn(String column) throws SQLException {
        try (Connection connection = jta.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select " + column + " from aurpay_callback")) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = jta.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    OpenPayment row(String orderId) {
        return rows().stream()
                .filter(row -> orderId.equals(row.orderId()))
                .findFirst()
                .orElseThrow();
    }

    /** A POST callback reports that an order is paid. Nobody has looked the order up. */
    void callBack(OpenPayment payment, Order unverified) throws Exception {
        VerifiedCallback callback = new VerifiedCallback(payment.succeededUrl(), now, true);
        OrderEvent event = new OrderSucceeded(
                Optional.of(payment.account()).filter(name -> !name.isEmpty()),
                callback.reference(),
                callback.paymentId(),
                callback.parameters(),
                now,
                Optional.of(unverified),
                Optional.empty());
        ledger.prepare();
        jta.begin();
        inbox.insert(InboxEntry.of(payment.account(), EventKind.SUCCEEDED, callback, null, now));
        ledger.record(event);
        jta.commit();
    }

    private final class Committed implements Observers {
        @Override
        public void fire(OrderEvent event) {
            assertThat(jta.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
        }

        @Override
        public void fireAsync(OrderEvent event) {
            events.add(event);
        }

        @Override
        public void fireRejected(CallbackRejected event) {
            throw new AssertionError(event);
        }
    }
}
