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
        return parts().probe("").probe();
    }

    @Override
    public WebhookProbe forAccount(String name) {
        webhook.accounts().require(name);
        return new OfAccount(name);
    }

    private ProbeParts parts() {
        return webhook.probes()
                .orElseThrow(() -> new IllegalStateException(
                        "there is nothing to probe, because " + WebhookKeys.URL + " is missing"));
    }

    private final class OfAccount implements WebhookProbe {
        private final String name;

        private OfAccount(String name) {
            this.name = name;
        }

        @Override
        public ProbeReport probe() {
            return parts().probe(name).probe();
        }

        @Override
        public WebhookProbe forAccount(String other) {
            return ConfiguredProbe.this.forAccount(other);
        }
    }
}
