package net.aurpay.webhook.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import net.aurpay.webhook.ProbeReport;
import net.aurpay.webhook.WebhookProbe;
import net.aurpay.webhook.inbox.WebhookKeys;

/** Probes the first {@code aurpay.webhook.url}. */
@ApplicationScoped
public class ConfiguredProbe implements WebhookProbe {
    @Inject
    WebhookLifecycle webhook;

    @Override
    public ProbeReport probe() {
        return webhook.probe()
                .orElseThrow(() -> new IllegalStateException(
                        WebhookKeys.URL + " or " + WebhookKeys.SECRET + " is missing, so there is nothing to probe"))
                .probe()
                .probe();
    }
}
