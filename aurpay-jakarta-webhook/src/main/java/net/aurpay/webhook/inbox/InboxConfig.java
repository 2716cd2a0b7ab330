package net.aurpay.webhook.inbox;

import java.time.Duration;
import java.util.Optional;

/**
 * Where processed callbacks are remembered.
 *
 * @param datasource JNDI name; empty for memory
 * @param size of the memory, in callbacks
 * @param maxAge how old a callback's date may be: an older one is rejected by its date and need not be remembered
 * @param retention of the table's rows; empty if they must stay
 * @param keepsOrders whether rows that bind an order to its payment stay for good
 */
public record InboxConfig(
        Optional<String> datasource,
        String table,
        int size,
        Duration maxAge,
        Optional<Duration> retention,
        boolean keepsOrders) {}
