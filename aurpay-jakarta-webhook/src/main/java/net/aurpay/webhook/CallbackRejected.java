package net.aurpay.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.aurpay.client.Order;
import net.aurpay.webhook.verification.CallbackKind;
import net.aurpay.webhook.verification.RejectionReason;

/**
 * A callback that Aurpay did send, but that was rejected because of its date or because its order does not confirm it.
 * Someone should look at the payment.
 *
 * <p>Fired outside any transaction, and again for each retry. What its observers throw is logged and has no effect.
 * Never fired for a callback that anyone could have sent. Immutable.
 *
 * @param account the name of the account whose secrets the callback was verified with; empty for the unnamed account
 * @param reference the merchant's own name of the payment; empty if the URL was not made by {@link CallbackUrls}
 * @param paymentId 32 hex digits; empty if the URL was not made by {@link CallbackUrls}
 * @param parameters the decoded query parameters, in the order of the URL
 * @param date the signed date of the callback; its time of arrival if it has no signature or if the reason is {@link
 *     RejectionReason#DATE_UNREADABLE}
 * @param unverifiedOrder the order in the body of a POST callback. <strong>Not signed</strong>: anyone who has seen one
 *     callback can send any body with it. If the payment was made by a payment URL, look its {@code orderId()} up.
 *     Empty for a GET, for a body that is not a valid order, and while too many slow bodies are being read
 */
public record CallbackRejected(
        CallbackKind kind,
        RejectionReason reason,
        Optional<String> account,
        String reference,
        Optional<String> paymentId,
        Map<String, List<String>> parameters,
        Instant date,
        Optional<Order> unverifiedOrder) {}
