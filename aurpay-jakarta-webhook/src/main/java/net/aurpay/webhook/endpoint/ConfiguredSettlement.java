package net.aurpay.webhook.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import net.aurpay.client.Callbacks;
import net.aurpay.webhook.Settlement;
import net.aurpay.webhook.SettlementResult;
import net.aurpay.webhook.inbox.WebhookKeys;

/** Settles orders through the inbox of the configured webhook. */
@ApplicationScoped
public class ConfiguredSettlement implements Settlement {
    @Inject
    WebhookLifecycle webhook;

    @Override
    public SettlementResult settle(Callbacks callbacks, String orderId) {
        return webhook.settlement()
                .orElseThrow(() -> new IllegalStateException(
                        "orders cannot be settled, because the webhook is not configured or has failed to start: set "
                                + WebhookKeys.URL + " and the other keys, and see the log"))
                .settle(callbacks, orderId);
    }
}
