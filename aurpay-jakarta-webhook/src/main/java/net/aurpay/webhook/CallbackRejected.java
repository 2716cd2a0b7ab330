package net.aurpay.webhook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A callback that Aurpay did send and that was refused all the same: its date is off, or confirmation failed. Someone
 * should look. Fired outside any transaction, again for each retry; what its observers throw is logged and has no
 * effect. Never fired for a callback that anyone could have sent. Immutable.
 *
 * @param reference the merchant's own name of the payment; empty for URLs not made by {@link CallbackUrls}
 * @param paymentId 32 hex digits; empty for URLs not made by {@link CallbackUrls}
 * @param parameters the URL's decoded query parameters, in its order
 */
public record CallbackRejected(
        CallbackKind kind,
        RefusalReason reason,
        String reference,
        Optional<String> paymentId,
        Map<String, List<String>> parameters) {}
