package net.aurpay.webhook.endpoint;

import java.time.Duration;
import java.util.Optional;
import net.aurpay.client.http.ClientKeys;
import net.aurpay.webhook.inbox.WebhookKeys;
import org.eclipse.microprofile.config.Config;

/**
 * Checks how long a confirmation may wait for an API that does not respond. REST clients take their time-outs from the
 * configuration only: a listener that sets them would stay in WildFly's memory after the application has been removed.
 */
final class LookUpTimeouts {
    private LookUpTimeouts() {}

    /** Returns a sentence for the log; empty if a look-up ends within the deadline. */
    static Optional<String> warning(Config config, Duration deadline) {
        long connecting = millis(
                config,
                WebhookKeys.LOOK_UP_CONNECT_TIMEOUT,
                ClientKeys.CONNECT_TIMEOUT,
                ClientKeys.DEFAULT_CONNECT_TIMEOUT);
        long reading = millis(
                config, WebhookKeys.LOOK_UP_READ_TIMEOUT, ClientKeys.READ_TIMEOUT, ClientKeys.DEFAULT_READ_TIMEOUT);
        Duration longest = Duration.ofMillis(connecting + reading);
        return longest.compareTo(deadline) <= 0
                ? Optional.empty()
                : Optional.of("if Aurpay's API does not respond, a confirmation takes " + longest + ", longer than "
                        + WebhookKeys.CONFIRM_TIMEOUT + " <" + deadline + ">: lower " + WebhookKeys.LOOK_UP_READ_TIMEOUT
                        + ", in milliseconds");
    }

    private static long millis(Config config, String own, String shared, String otherwise) {
        return Long.parseLong(config.getOptionalValue(own, String.class)
                .or(() -> config.getOptionalValue(shared, String.class))
                .orElse(otherwise));
    }
}
