package net.aurpay.webhook.endpoint;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.json.Json;
import jakarta.json.JsonReaderFactory;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.naming.NamingException;
import javax.sql.DataSource;
import net.aurpay.client.Account;
import net.aurpay.webhook.AuditReport;
import net.aurpay.webhook.cashier.Cashier;
import net.aurpay.webhook.cashier.CashierConfig;
import net.aurpay.webhook.inbox.Inbox;
import net.aurpay.webhook.inbox.InboxTable;
import net.aurpay.webhook.inbox.RetryLaterException;
import net.aurpay.webhook.inbox.WebhookKeys;
import net.aurpay.webhook.payments.PaymentLedger;
import net.aurpay.webhook.payments.PaymentStore;
import net.aurpay.webhook.payments.TablePayments;
import net.aurpay.webhook.payments.UnmatchedTransactions;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The parts of a configured webhook. It is separate from the bean, so that the bean loads without Jakarta Transactions.
 */
final class Webhook {
    private static final System.Logger LOG = System.getLogger(Webhook.class.getName());

    private final WebhookConfig config;
    private final NamedAccounts accounts;
    private final Function<String, ApiClients> api;
    private final Supplier<UserTransaction> transactions = new JtaTransactions();
    private final InstantSource clock = Clock.systemUTC();
    private final AuditTelemetry audits = new AuditTelemetry();
    private final Inbox inbox;
    private final EventTransaction transaction;
    private final CallbackEndpoint endpoint;
    private final Optional<TablePayments> payments;
    private final StartLine startLine;

    /**
     * Assembles the parts.
     *
     * @param api the clients of an account; the name of the unnamed account is empty
     */
    Webhook(WebhookConfig config, Observers observers, NamedAccounts accounts, Function<String, ApiClients> api) {
        this.config = config;
        this.accounts = accounts;
        this.api = api;
        Optional<DataSource> dataSource = config.inbox().datasource().map(Webhook::dataSource);
        JsonReaderFactory json = Json.createReaderFactory(Map.of());
        inbox = dataSource
                .map(found -> Inbox.inTable(config.inbox(), found, transactions, clock))
                .orElseGet(() -> Inbox.inMemory(config.inbox(), clock));
        PaymentLedger ledger = dataSource
                .map(found -> PaymentStore.ledger(config.payments(), found, transactions))
                .orElse(PaymentLedger.NONE);
        transaction = new EventTransaction(transactions, inbox, observers, ledger);
        payments = dataSource.map(found -> TablePayments.of(
                new PaymentStore(
                        config.payments(),
                        found,
                        transactions,
                        ledger,
                        new InboxTable(config.inbox().table(), false),
                        this::audited,
                        json,
                        clock),
                name -> orders(name).access()));
        endpoint = new CallbackEndpoint(config, transaction, callbackAccounts(), json, clock);
        startLine = new StartLine(
                config.urls(),
                String.valueOf(Webhook.class.getPackage().getImplementationVersion()),
                (accounts.configured().isEmpty() ? "" : "accounts " + new TreeSet<>(accounts.configured()) + ", ")
                        + "required " + config.rules().required() + ", confirmation "
                        + (config.confirm() ? "on" : "off")
                        + ", inbox in " + inbox
                        + config.payments()
                                .sweepEvery()
                                .map(every -> ", sweep every " + every)
                                .orElse(""));
    }

    /** Only the names that the configuration lists are few enough for a metric. */
    private void audited(String account, AuditReport report) {
        if (account.isEmpty() || accounts.configured().contains(account)) {
            audits.report(account, report);
        }
    }

    private CallbackAccounts callbackAccounts() {
        return new CallbackAccounts(
                config.rules(),
                config.verifier().map(verifier -> new CallbackAccount("", verifier, confirmation(""))),
                accounts,
                this::confirmation);
    }

    private Optional<OrderConfirmation> confirmation(String account) {
        return config.confirm() ? Optional.of(orders(account).confirmation()) : Optional.empty();
    }

    /**
     * Returns what the webhook does with the orders of an account. It notices when the account changes.
     *
     * @param account empty for the unnamed account
     * @throws IllegalArgumentException if there is no such account
     * @throws net.aurpay.client.AurpayException if it is not known whether there is such an account
     */
    AccountOrders orders(String account) {
        if (!account.isEmpty()) {
            accounts.require(account);
        }
        ApiClients clients = api.apply(account);
        OrderConfirmation confirmation = new OrderConfirmation(
                clients::order,
                new UnmatchedTransactions(clients::transactions),
                () -> account.isEmpty()
                        ? config.userId()
                        : accounts.require(account).userId());
        CallbackOwner owner = accounts.isEmpty()
                ? CallbackOwner.ONLY
                : new CallbackOwner(
                        account, config.urls(), name -> accounts.find(name).isPresent());
        return new AccountOrders(
                account, clients, confirmation, new OrderSettlement(owner, transaction, confirmation, clock));
    }

    CallbackEndpoint endpoint() {
        return endpoint;
    }

    /** The payments of the unnamed account; empty without a data source. */
    Optional<TablePayments> payments() {
        return payments;
    }

    /**
     * Returns the cashier of an account; empty unless it is switched on.
     *
     * @param account empty for the unnamed account
     */
    Optional<Cashier> cashier(String account) {
        if (config.cashier().isEmpty() || payments.isEmpty()) {
            return Optional.empty();
        }
        if (account.isEmpty()) {
            return Optional.of(cashier(config.cashier().get(), payments.get(), orders("")));
        }
        Optional<Account> known = accounts.findClaimed(account);
        CashierConfig links = config.cashier()
                .get()
                .forAccount(
                        account,
                        known.map(Account::callbackSecrets).orElseGet(() -> List.of(CallbackAccounts.random())));
        // A link to an account that does not exist gets the same page as a wrong link to one that does.
        return Optional.of(
                known.isPresent()
                        ? cashier(links, payments.get().forAccount(account), orders(account))
                        : cashier(links, payments.get(), orders("")));
    }

    private Cashier cashier(CashierConfig found, TablePayments open, AccountOrders orders) {
        return new Cashier(found, new OpenedByCashier(open), orders.api()::cryptoCurrencies, clock);
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
        if (config.verifier().isEmpty()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    WebhookKeys.TOKEN + " and " + WebhookKeys.SECRET
                            + " are not set, so callbacks of the unnamed account are answered with 404");
        }
        if (config.confirm()) {
            LookUpTimeouts.warning(ConfigProvider.getConfig(), config.confirmTimeout())
                    .ifPresent(sentence -> LOG.log(System.Logger.Level.WARNING, sentence));
        }
        if (inbox.sizeInMemory().isPresent()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the inbox is in memory: a restart forgets it, and events may be fired again"
                            + (accounts.hasOthers() ? ", and one account can fill it for all others" : "") + "; set "
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
