package net.aurpay.webhook.payments;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import net.aurpay.client.Callbacks;
import net.aurpay.client.OrderStatus;
import net.aurpay.webhook.verification.CallbackKind;
import net.aurpay.webhook.verification.VerifiedCallback;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table.
 *
 * @param account whose payment it is; empty for the unnamed account
 * @param paymentId 32 hex digits
 * @param openKey the reference's key while no other payment of the reference may be opened, else the payment id
 * @param reference the merchant's own name of the payment, printable
 * @param succeededUrl the URL that Aurpay calls when the order is paid
 * @param orderId null while the call is under way, and for a payment URL until its order is known
 * @param coin chain and currency; null for a payment URL
 * @param response as JSON; null while the call is under way
 * @param due when to look the order up; {@link #NEVER} if there is nothing more to find out
 * @param looks how often the order was looked up
 * @param refundRequested when a refund was requested; {@link #NEVER} if there was no refund
 */
record OpenPayment(
        String account,
        String paymentId,
        String openKey,
        String reference,
        String succeededUrl,
        @Nullable String orderId,
        @Nullable String coin,
        BigDecimal price,
        String priceCurrency,
        @Nullable String response,
        OrderStatus status,
        Instant created,
        Instant due,
        int looks,
        RefundStatus refund,
        Instant refundRequested) {
    /** Not null, because databases differ in how a statement compares and sets a null. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** What the column holds if the response to the call was lost, so that nobody knows whether there is an order. */
    static final OrderStatus OUTCOME_UNKNOWN = new OrderStatus("UNKNOWN");

    OpenPayment withDue(Instant later) {
        return new OpenPayment(
                account,
                paymentId,
                openKey,
                reference,
                succeededUrl,
                orderId,
                coin,
                price,
                priceCurrency,
                response,
                status,
                created,
                later,
                looks,
                refund,
                refundRequested);
    }

    /** Whether this is a payment URL that was shown to a customer, but neither its order nor a success is known. */
    boolean isOpenUrl() {
        return coin == null
                && orderId == null
                && response != null
                && !status.isPaid()
                && !status.equals(OrderStatus.REFUNDED);
    }

    /** The merchant's own name of the payment, decoded. */
    String originalReference() {
        return new VerifiedCallback(succeededUrl, created, false).reference();
    }

    /** The callbacks that the payment was created with. */
    Callbacks callbacks() {
        int query = succeededUrl.indexOf('?');
        String path = succeededUrl.substring(0, query);
        String base =
                path.substring(0, path.length() - CallbackKind.SUCCEEDED.path().length());
        return new Callbacks(
                URI.create(succeededUrl),
                URI.create(base + CallbackKind.TIMED_OUT.path() + succeededUrl.substring(query)),
                false);
    }
}
