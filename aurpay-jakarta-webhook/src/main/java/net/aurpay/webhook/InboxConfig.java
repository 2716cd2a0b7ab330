package net.aurpay.webhook;

import java.time.Duration;
import java.util.Optional;

/**
 * Where processed callbacks are remembered.
 *
 * @param datasource JNDI name; empty for memory
 * @param size of the memory, in callbacks
 * @param retention of the table's rows; empty if they must stay
 */
record InboxConfig(Optional<String> datasource, String table, int size, Optional<Duration> retention) {}
