package net.aurpay.webhook.endpoint;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.aurpay.client.Account;
import net.aurpay.webhook.verification.AuthenticationFactor;
import net.aurpay.webhook.verification.CallbackRejectedException;
import net.aurpay.webhook.verification.CallbackVerifier;
import net.aurpay.webhook.verification.RejectionReason;

/**
 * Finds the account whose callback a request claims to be. Only the path decides: the secrets of the accounts are never tried in
 * turn. A sender without secrets does not learn from a response whether there is such an account, unless so many invented names
 * arrive that new ones are deferred. Thread-safe.
 *
 * <p>Remembers nothing, so a changed secret takes effect as soon as the look-up returns it. A verifier is made anew for each
 * callback, which takes some microseconds.
 */
final class CallbackAccounts {
    private final CallbackRules rules;
    private final Optional<CallbackAccount> unnamed;
    private final NamedAccounts named;
    private final Function<String, Optional<OrderConfirmation>> confirmations;
    private final CallbackVerifier decoy;

    /**
     * Creates what finds the accounts.
     *
     * @param unnamed empty if no secrets of the unnamed account are configured
     * @param confirmations what confirms the callbacks of a named account, if callbacks are confirmed
     */
    CallbackAccounts(
            CallbackRules rules,
            Optional<CallbackAccount> unnamed,
            NamedAccounts named,
            Function<String, Optional<OrderConfirmation>> confirmations) {
        this.rules = rules;
        this.unnamed = unnamed;
        this.named = named;
        this.confirmations = confirmations;
        decoy = rules.verifier(Account.of("decoy")
                .withCallbackTokens(List.of(random()))
                .withCallbackSecrets(List.of(random()))
                .withCallbackApiKeys(List.of(random())));
    }

    /** Returns a secret that nobody knows. */
    static String random() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /**
     * Returns the account of a name; empty if this is the unnamed account, and it is not configured.
     *
     * @param name empty for the unnamed account, otherwise one that an account can have
     * @throws CallbackRejectedException if there is no such account, or if a header is missing without which no callback of any
     *     account is believed
     * @throws net.aurpay.client.AurpayException if it is not known whether there is such an account
     */
    Optional<CallbackAccount> of(String name, Delivery delivery) throws CallbackRejectedException {
        if (name.isEmpty()) {
            return unnamed;
        }
        requireHeaders(delivery);
        Optional<Account> found = named.findClaimed(name);
        if (found.isEmpty()) {
            throw unknown(delivery, "");
        }
        CallbackVerifier verifier;
        try {
            verifier = rules.verifier(found.get());
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw unknown(delivery, String.valueOf(e.getMessage()));
        }
        return Optional.of(new CallbackAccount(name, verifier, confirmations.apply(name)));
    }

    /** Whether the configuration lists this account. */
    boolean isConfigured(String name) {
        return named.configured().contains(name);
    }

    /** Comes before the look-up, so that a request that nobody would believe costs nothing. */
    private void requireHeaders(Delivery delivery) throws CallbackRejectedException {
        for (AuthenticationFactor factor : AuthenticationFactor.values()) {
            if (!rules.required().contains(factor)) {
                continue;
            }
            if (isMissing(delivery, factor.header())) {
                throw new CallbackRejectedException(missing(factor));
            }
            if (factor == AuthenticationFactor.SIGNATURE && isMissing(delivery, "Date")) {
                throw new CallbackRejectedException(RejectionReason.DATE_MISSING);
            }
        }
    }

    private static boolean isMissing(Delivery delivery, String header) {
        List<String> values = delivery.headers().apply(header);
        return values == null || values.isEmpty();
    }

    private static RejectionReason missing(AuthenticationFactor factor) {
        return switch (factor) {
            case TOKEN -> RejectionReason.TOKEN_MISSING;
            case SIGNATURE -> RejectionReason.SIGNATURE_MISSING;
            case API_KEY -> RejectionReason.API_KEY_MISSING;
        };
    }

    /** Verifies the request all the same, so that the time does not tell whether there is such an account. */
    private CallbackRejectedException unknown(Delivery delivery, String detail) {
        try {
            decoy.verify(delivery.urlSuffix(), delivery.headers());
        } catch (CallbackRejectedException e) {
            // Nobody knows the secrets of the decoy.
        }
        return new CallbackRejectedException(RejectionReason.ACCOUNT_UNKNOWN, detail);
    }
}
