package net.aurpay.webhook.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import net.aurpay.client.Callbacks;
import net.aurpay.client.shared.PercentEncoding;
import net.aurpay.webhook.CallbackUrls;
import net.aurpay.webhook.inbox.WebhookKeys;
import net.aurpay.webhook.verification.CallbackKind;
import net.aurpay.webhook.verification.QueryParameters;

/** Makes callback URLs below the first {@code aurpay.webhook.url}. */
@ApplicationScoped
public class ConfiguredCallbackUrls implements CallbackUrls {
    private static final int MAX_REFERENCE = 200;
    private static final int PAYMENT_ID_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    @Inject
    WebhookLifecycle webhook;

    @Override
    public Callbacks forPayment(String reference) {
        return forPayment("", reference);
    }

    @Override
    public CallbackUrls forAccount(String name) {
        webhook.accounts().require(name);
        return new OfAccount(name);
    }

    /** Nobody may be asked to pay for an order whose callbacks would be rejected. */
    private void requireCallbacks(String account, WebhookConfig config) {
        if (account.isEmpty()) {
            if (config.verifier().isEmpty()) {
                throw new IllegalStateException(WebhookKeys.TOKEN + " and " + WebhookKeys.SECRET
                        + " are missing, so callbacks of the unnamed account are not received: set them, or call"
                        + " CallbackUrls.forAccount");
            }
            return;
        }
        try {
            config.rules().verifier(webhook.accounts().require(account));
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    "callbacks of the account <" + account + "> would be rejected: " + e.getMessage(), e);
        }
    }

    private Callbacks forPayment(String account, String reference) {
        WebhookConfig config = webhook.config()
                .orElseThrow(() -> new IllegalStateException(
                        WebhookKeys.URL + " is missing: set it to the URL under which Aurpay reaches this application,"
                                + " followed by /aurpay/callbacks"));
        requireCallbacks(account, config);
        return forPayment(config.urls().get(0), account, reference, config.confirm());
    }

    /** Asks for POST if confirmation is on, because a GET carries no order to look up. */
    Callbacks forPayment(String base, String account, String reference, boolean post) {
        byte[] id = new byte[PAYMENT_ID_BYTES];
        random.nextBytes(id);
        String query = "?" + QueryParameters.REFERENCE + "=" + PercentEncoding.encode(checked(reference)) + "&"
                + QueryParameters.PAYMENT + "=" + HexFormat.of().formatHex(id);
        return new Callbacks(
                URI.create(base + CallbackPath.of(account, CallbackKind.SUCCEEDED) + query),
                URI.create(base + CallbackPath.of(account, CallbackKind.TIMED_OUT) + query),
                post);
    }

    private final class OfAccount implements CallbackUrls {
        private final String name;

        private OfAccount(String name) {
            this.name = name;
        }

        @Override
        public Callbacks forPayment(String reference) {
            return ConfiguredCallbackUrls.this.forPayment(name, reference);
        }

        @Override
        public CallbackUrls forAccount(String other) {
            return ConfiguredCallbackUrls.this.forAccount(other);
        }
    }

    static String checked(String reference) {
        if (reference.isBlank()
                || reference.length() > MAX_REFERENCE
                || reference.chars().anyMatch(Character::isISOControl)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(reference)) {
            throw new IllegalArgumentException("a reference must be 1 to " + MAX_REFERENCE
                    + " characters, not blank and without control characters, was <" + printable(reference) + ">");
        }
        return reference;
    }

    private static String printable(String reference) {
        String cut = reference.substring(0, Math.min(reference.length(), MAX_REFERENCE));
        return cut.replaceAll("\\p{Cntrl}", "?");
    }
}
