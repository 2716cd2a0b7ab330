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
        return settlement("").settle(callbacks, orderId);
    }

    @Override
    public Settlement forAccount(String name) {
        webhook.accounts().require(name);
        return new OfAccount(name);
    }

    private OrderSettlement settlement(String account) {
        return webhook.settlement(account)
                .orElseThrow(() -> new IllegalStateException(
                        "orders cannot be settled, because the webhook is not configured or has failed to start: set "
                                + WebhookKeys.URL + " and the other keys, and see the log"));
    }

    private final class OfAccount implements Settlement {
        private final String name;

        private OfAccount(String name) {
            this.name = name;
        }

        @Override
        public SettlementResult settle(Callbacks callbacks, String orderId) {
            return settlement(name).settle(callbacks, orderId);
        }

        @Override
        public Settlement forAccount(String other) {
            return ConfiguredSettlement.this.forAccount(other);
        }
    }
}
