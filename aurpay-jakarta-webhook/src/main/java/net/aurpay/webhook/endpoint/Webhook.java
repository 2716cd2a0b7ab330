package net.aurpay.webhook.endpoint;

import jakarta.json.Json;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.naming.NamingException;
import javax.sql.DataSource;
import net.aurpay.webhook.Settlement;
import net.aurpay.webhook.inbox.Inbox;
import net.aurpay.webhook.inbox.InboxConfig;
import net.aurpay.webhook.inbox.RetryLaterException;
import net.aurpay.webhook.inbox.WebhookKeys;
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
    private final StartLine startLine;

    Webhook(WebhookConfig config, Observers observers, Supplier<OrderLookUp> client) {
        this.config = config;
        inbox = inbox(config.inbox(), transactions);
        EventTransaction transaction = new EventTransaction(transactions, inbox, observers);
        OrderConfirmation confirmation = new OrderConfirmation(
                orderId -> client.get().order(orderId),
                new UnmatchedTransactions(query -> client.get().transactions(query)),
                config.userId());
        settlement = new OrderSettlement(transaction, confirmation, Clock.systemUTC());
        endpoint = new CallbackEndpoint(
                config,
                transaction,
                config.confirm() ? Optional.of(confirmation) : Optional.empty(),
                Json.createReaderFactory(Map.of()),
                Clock.systemUTC());
        startLine = new StartLine(
                config.urls(),
                String.valueOf(Webhook.class.getPackage().getImplementationVersion()),
                "required " + config.verifier().required() + ", confirmation " + (config.confirm() ? "on" : "off")
                        + ", inbox in " + inbox);
    }

    CallbackEndpoint endpoint() {
        return endpoint;
    }

    Settlement settlement() {
        return settlement;
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

    private static Inbox inbox(InboxConfig config, Supplier<UserTransaction> transactions) {
        if (config.datasource().isEmpty()) {
            return Inbox.inMemory(config, Clock.systemUTC());
        }
        String name = config.datasource().get();
        try {
            return Inbox.inTable(config, Jndi.lookUp(name, DataSource.class), transactions, Clock.systemUTC());
        } catch (NamingException e) {
            throw new IllegalStateException(WebhookKeys.DATASOURCE + " " + Jndi.problem(name, "data source", e), e);
        }
    }
}
