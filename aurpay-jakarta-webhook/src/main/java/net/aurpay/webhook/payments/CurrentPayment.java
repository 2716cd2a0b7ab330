package net.aurpay.webhook.payments;

import java.math.BigDecimal;
import java.net.URI;
import net.aurpay.client.OrderStatus;
import org.jspecify.annotations.Nullable;

/**
 * The payment that a reference has, and that the customer can pay or has paid.
 *
 * @param paymentId 32 hex digits
 * @param payUrl Aurpay's page of the payment; null if Aurpay's response had none
 * @param status as far as it is known: a payment that was made a moment ago may still be pending
 */
public record CurrentPayment(
        String paymentId, BigDecimal price, String priceCurrency, @Nullable URI payUrl, OrderStatus status) {
    public boolean isUnpaid() {
        return status.equals(OrderStatus.PENDING);
    }

    public boolean costs(BigDecimal wanted, String wantedCurrency) {
        return price.compareTo(wanted) == 0 && priceCurrency.equals(wantedCurrency);
    }
}
