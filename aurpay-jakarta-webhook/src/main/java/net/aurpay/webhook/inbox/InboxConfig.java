package net.aurpay.webhook.inbox;

import java.time.Duration;
import java.util.Optional;

/**
 * Where processed callbacks are remembered.
 *
 * @param datasource JNDI name; empty for an inbox in memory
 * @param table name of the table
 * @param size of the inbox in memory, in callbacks
 * @param maxAge how old a callback's date may be. An older callback is rejected for its date and need not be remembered
 * @param retention how long rows of the table are kept; empty if they must stay
 */
public record InboxConfig(
        Optional<String> datasource, String table, int size, Duration maxAge, Optional<Duration> retention) {}
