package net.aurpay.webhook.endpoint;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Optional;
import net.aurpay.webhook.inbox.WebhookKeys;
import net.aurpay.webhook.probe.ProbeEndpoint;
import net.aurpay.webhook.probe.ProbeSeals;
import net.aurpay.webhook.probe.PublicProbe;
import org.eclipse.microprofile.config.Config;

/**
 * Both sides of a probe, which have the secrets of the unnamed account.
 *
 * @param atStart whether to probe once after the start
 */
record ProbeParts(PublicProbe probe, ProbeEndpoint endpoint, boolean atStart) {
    /** Returns the parts; empty if there is no secret. */
    static Optional<ProbeParts> of(Config config, WebhookConfig webhook) {
        ConfigReader reader = new ConfigReader(config);
        ProbeSeals seals = new ProbeSeals(reader.secrets(WebhookKeys.SECRET));
        if (seals.isEmpty()) {
            return Optional.empty();
        }
        Clock clock = Clock.systemUTC();
        return Optional.of(new ProbeParts(
                new PublicProbe(webhook.urls().get(0), seals, clock, HttpClient::newBuilder),
                new ProbeEndpoint(seals, clock),
                isAtStart(reader)));
    }

    /**
     * Returns whether to probe once after the start.
     *
     * @throws IllegalArgumentException if there is no secret to do so
     */
    static boolean isAtStart(ConfigReader reader) {
        boolean atStart = reader.flag(WebhookKeys.PROBE, WebhookKeys.DEFAULT_PROBE);
        if (atStart && reader.secrets(WebhookKeys.SECRET).isEmpty()) {
            throw new IllegalArgumentException(WebhookKeys.PROBE + " needs " + WebhookKeys.SECRET
                    + ", from which the key for its requests is derived");
        }
        return atStart;
    }
}
