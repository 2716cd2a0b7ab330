package net.aurpay.webhook.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.webhook.CashierLinks;
import net.aurpay.webhook.cashier.CashierConfig;
import net.aurpay.webhook.cashier.CashierLink;
import net.aurpay.webhook.inbox.WebhookKeys;

/** Makes links to the cashier beside the first {@code aurpay.webhook.url}. */
@ApplicationScoped
public class ConfiguredCashierLinks implements CashierLinks {
    private static final Duration LONGEST = Duration.ofDays(366);

    @Inject
    WebhookLifecycle webhook;

    @Override
    public URI link(String reference, PaymentUrlRequest request, Duration validFor) {
        return link(config(), reference, request, validFor, Instant.now());
    }

    @Override
    public CashierLinks forAccount(String name) {
        webhook.accounts().require(name);
        return new OfAccount(name);
    }

    private CashierConfig config() {
        return webhook.config()
                .flatMap(WebhookConfig::cashier)
                .orElseThrow(() -> new IllegalStateException(
                        "there is no cashier: set " + WebhookKeys.PAYMENTS_CASHIER + "=true"));
    }

    static URI link(CashierConfig config, String reference, PaymentUrlRequest request, Duration validFor, Instant now) {
        if (validFor.compareTo(Duration.ofSeconds(1)) < 0 || validFor.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a link must be valid for PT1S to " + LONGEST + ", was <" + validFor + ">");
        }
        if (config.seal().isEmpty()) {
            throw new IllegalStateException(
                    "the account has no callback secret, from which the key for its links is derived");
        }
        CashierLink link = new CashierLink(ConfiguredCallbackUrls.checked(reference), request, now.plus(validFor));
        return config.address(link.sealed(config.seal()));
    }

    private final class OfAccount implements CashierLinks {
        private final String name;

        private OfAccount(String name) {
            this.name = name;
        }

        @Override
        public URI link(String reference, PaymentUrlRequest request, Duration validFor) {
            CashierConfig config =
                    config().forAccount(name, webhook.accounts().require(name).callbackSecrets());
            return ConfiguredCashierLinks.link(config, reference, request, validFor, Instant.now());
        }

        @Override
        public CashierLinks forAccount(String other) {
            return ConfiguredCashierLinks.this.forAccount(other);
        }
    }
}
