package net.aurpay.webhook.endpoint;

import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Checks how long a confirmation may wait for an API that does not respond. REST clients take their time-outs from the
 * configuration only: a listener that sets them would stay in WildFly's memory after the application has been removed.
 */
final class LookUpTimeouts {
    private static final String OWN = OrderLookUp.class.getName() + "/mp-rest/";
    private static final String SHARED = "aurpay/mp-rest/";

    private LookUpTimeouts() {}

    /** Returns a sentence for the log; empty if a look-up ends within the deadline. */
    static Optional<String> warning(Config config, Duration deadline) {
        Duration longest =
                Duration.ofMillis(millis(config, "connectTimeout", 5_000) + millis(config, "readTimeout", 30_000));
        return longest.compareTo(deadline) <= 0
                ? Optional.empty()
                : Optional.of("if Aurpay's API does not respond, a confirmation takes " + longest
                        + ", longer than aurpay.webhook.confirm-timeout <" + deadline + ">: lower " + OWN
                        + "readTimeout, in milliseconds");
    }

    private static long millis(Config config, String name, long otherwise) {
        return config.getOptionalValue(OWN + name, String.class)
                .or(() -> config.getOptionalValue(SHARED + name, String.class))
                .map(Long::parseLong)
                .orElse(otherwise);
    }
}
