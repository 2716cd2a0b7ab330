package net.aurpay.webhook;

import jakarta.json.Json;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.naming.NamingException;
import javax.sql.DataSource;
import net.aurpay.client.Order;

/** What a configured webhook consists of; apart from the bean, which loads without Jakarta Transactions. */
final class WebhookParts {
    private static final System.Logger LOG = System.getLogger(WebhookParts.class.getName());

    private final WebhookConfig config;
    private final Supplier<UserTransaction> transactions = new JtaTransactions();
    private final Inbox inbox;
    private final CallbackEndpoint endpoint;

    WebhookParts(WebhookConfig config, Observers observers, Function<String, Order> lookUp) {
        this.config = config;
        inbox = inbox(config.inbox(), transactions);
        endpoint = new CallbackEndpoint(
                config,
                new CallbackTransaction(transactions, inbox, observers),
                config.confirm() ? Optional.of(new OrderConfirmation(lookUp, config.userId())) : Optional.empty(),
                Json.createReaderFactory(Map.of()),
                Clock.systemUTC());
    }

    CallbackEndpoint endpoint() {
        return endpoint;
    }

    /**
     * Checks what the webhook stands on, and says what it will do.
     *
     * @throws IllegalStateException naming what is missing
     */
    String start() {
        Objects.requireNonNull(transactions.get(), "UserTransaction");
        try {
            inbox.check();
        } catch (LaterException e) {
            LOG.log(System.Logger.Level.WARNING, "callbacks will be answered with 503 until this works", e);
        }
        if (inbox instanceof MemoryInbox) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the inbox is in memory: a restart forgets it, and events may be fired again; set"
                            + " aurpay.webhook.datasource to have each fired once");
        }
        return "aurpay-jakarta-webhook " + WebhookParts.class.getPackage().getImplementationVersion()
                + ": callbacks at " + config.urls() + ", required "
                + config.verifier().required() + ", confirmation " + (config.confirm() ? "on" : "off") + ", inbox in "
                + inbox;
    }

    private static Inbox inbox(InboxConfig config, Supplier<UserTransaction> transactions) {
        if (config.datasource().isEmpty()) {
            return new MemoryInbox(config.size());
        }
        String name = config.datasource().get();
        try {
            return new TableInbox(
                    config, Jndi.lookUp(name, DataSource.class), new ShortTransaction(transactions), Clock.systemUTC());
        } catch (NamingException e) {
            throw new IllegalStateException(
                    "aurpay.webhook.datasource must be the JNDI name of a data source, was <" + name + ">", e);
        }
    }
}
