package net.aurpay.webhook.endpoint;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.json.Json;
import jakarta.json.JsonReaderFactory;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.naming.NamingException;
import javax.sql.DataSource;
import net.aurpay.webhook.Payments;
import net.aurpay.webhook.Settlement;
import net.aurpay.webhook.cashier.Cashier;
import net.aurpay.webhook.inbox.Inbox;
import net.aurpay.webhook.inbox.InboxTable;
import net.aurpay.webhook.inbox.RetryLaterException;
import net.aurpay.webhook.inbox.WebhookKeys;
import net.aurpay.webhook.payments.PaymentLedger;
import net.aurpay.webhook.payments.TablePayments;
import net.aurpay.webhook.payments.UnmatchedTransactions;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The parts of a configured webhook. It is separate from the bean, so that the bean loads without Jakarta Transactions.
 */
final class Webhook {
    private static final System.Logger LOG = System.getLogger(Webhook.class.getName());

    private final WebhookConfig config;
    private final Supplier<UserTransaction> transactions = new JtaTransactions();
    private final Inbox inbox;
    private final CallbackEndpoint endpoint;
    private final Settlement settlement;
    private final Optional<TablePayments> payments;
    private final Optional<Cashier> cashier;
    private final StartLine startLine;

    Webhook(WebhookConfig config, Observers observers, ApiClients api) {
        this.config = config;
        Optional<DataSource> dataSource = config.inbox().datasource().map(Webhook::dataSource);
        InstantSource clock = Clock.systemUTC();
        JsonReaderFactory json = Json.createReaderFactory(Map.of());
        inbox = dataSource
                .map(found -> Inbox.inTable(config.inbox(), found, transactions, clock))
                .orElseGet(() -> Inbox.inMemory(config.inbox(), clock));
        PaymentLedger ledger = dataSource
                .map(found -> TablePayments.ledger(config.payments(), found, transactions))
                .orElse(PaymentLedger.NONE);
        EventTransaction transaction = new EventTransaction(transactions, inbox, observers, ledger);
        OrderConfirmation confirmation =
                new OrderConfirmation(api::order, new UnmatchedTransactions(api::transactions), config.userId());
        OrderSettlement orders = new OrderSettlement(transaction, confirmation, clock);
        settlement = orders;
        payments = dataSource.map(found -> new TablePayments(
                config.payments(),
                found,
                transactions,
                ledger,
                new InboxTable(config.inbox().table(), false),
                api::callbacks,
                api,
                api,
                orders,
                json,
                clock));
        cashier = config.cashier()
                .flatMap(found -> payments.map(
                        open -> new Cashier(found, new OpenedByCashier(open), api::cryptoCurrencies, clock)));
        endpoint = new CallbackEndpoint(
                config, transaction, config.confirm() ? Optional.of(confirmation) : Optional.empty(), json, clock);
        startLine = new StartLine(
                config.urls(),
                String.valueOf(Webhook.class.getPackage().getImplementationVersion()),
                "required " + config.verifier().required() + ", confirmation " + (config.confirm() ? "on" : "off")
                        + ", inbox in " + inbox
                        + config.payments()
                                .sweepEvery()
                                .map(every -> ", sweep every " + every)
                                .orElse(""));
    }

    CallbackEndpoint endpoint() {
        return endpoint;
    }

    Settlement settlement() {
        return settlement;
    }

    /** Empty without a data source. */
    Optional<Payments> payments() {
        return payments.map(found -> found);
    }

    /** Empty unless it is switched on. */
    Optional<Cashier> cashier() {
        return cashier;
    }

    /** What sweeps while the application runs; empty if the application calls the sweep. */
    Optional<SweepSchedule> sweeps(RequestContextController requestScope) {
        return config.payments()
                .sweepEvery()
                .flatMap(every ->
                        payments.map(open -> SweepSchedule.onServer(every, new SweepTask(open::sweep, requestScope))));
    }

    /** The lines that the log gets when callbacks are received. */
    StartLine startLine() {
        return startLine;
    }

    /**
     * Checks what the webhook depends on.
     *
     * @throws IllegalStateException naming what is missing
     */
    void check() {
        Objects.requireNonNull(transactions.get(), "UserTransaction");
        try {
            inbox.check();
        } catch (RetryLaterException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "callbacks will be answered with 503 until this works: " + RootCause.of(e),
                    e);
        }
        if (config.confirm()) {
            LookUpTimeouts.warning(ConfigProvider.getConfig(), config.confirmTimeout())
                    .ifPresent(sentence -> LOG.log(System.Logger.Level.WARNING, sentence));
        }
        if (inbox.sizeInMemory().isPresent()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the inbox is in memory: a restart forgets it, and events may be fired again; set "
                            + WebhookKeys.DATASOURCE + " so that each is fired once");
        }
    }

    private static DataSource dataSource(String name) {
        try {
            return Jndi.lookUp(name, DataSource.class);
        } catch (NamingException e) {
            throw new IllegalStateException(WebhookKeys.DATASOURCE + " " + Jndi.problem(name, "data source", e), e);
        }
    }
}
