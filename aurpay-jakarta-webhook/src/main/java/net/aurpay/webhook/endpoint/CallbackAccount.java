package net.aurpay.webhook.endpoint;

import java.util.Optional;
import net.aurpay.webhook.verification.CallbackVerifier;

/**
 * What the callbacks of one account are checked with.
 *
 * @param name empty for the unnamed account
 * @param confirmation looks orders up with the credentials of the account; empty if callbacks are not confirmed
 */
record CallbackAccount(String name, CallbackVerifier verifier, Optional<OrderConfirmation> confirmation) {
    RejectionHint hint() {
        return new RejectionHint(name, verifier.quoted());
    }
}
