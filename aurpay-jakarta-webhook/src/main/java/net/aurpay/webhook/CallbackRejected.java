package net.aurpay.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.aurpay.client.Order;
import net.aurpay.webhook.verification.CallbackKind;
import net.aurpay.webhook.verification.RejectionReason;

/**
 * A callback that Aurpay did send and that was refused all the same, because its date is off or its order does not
 * confirm it. Someone should look. Fired outside any transaction, again for each retry; what its observers throw is
 * logged and has no effect. Never fired for a callback that anyone could have sent. Immutable.
 *
 * @param reference the merchant's own name of the payment; empty for URLs not made by {@link CallbackUrls}
 * @param paymentId 32 hex digits; empty for URLs not made by {@link CallbackUrls}
 * @param parameters the URL's decoded query parameters, in its order
 * @param date when Aurpay sent the callback, according to its signature; when it arrived, if it has no signature or the
 *     reason is {@link RejectionReason#DATE_UNREADABLE}
 * @param unverifiedOrder the order out of the body of a POST callback. <strong>Not signed</strong>: whoever saw one
 *     callback can send any body with it. Its {@code orderId()} is what to look up where the payment was made by a
 *     payment URL. Empty for a GET, for a body that makes no sense, and for one of many that arrive slowly at a time
 */
public record CallbackRejected(
        CallbackKind kind,
        RejectionReason reason,
        String reference,
        Optional<String> paymentId,
        Map<String, List<String>> parameters,
        Instant date,
        Optional<Order> unverifiedOrder) {}
