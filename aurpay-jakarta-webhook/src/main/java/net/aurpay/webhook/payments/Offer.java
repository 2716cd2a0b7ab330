package net.aurpay.webhook.payments;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.function.Function;
import net.aurpay.client.Callbacks;
import net.aurpay.client.Payment;
import net.aurpay.client.PaymentRequest;
import net.aurpay.client.PaymentUrl;
import net.aurpay.client.PaymentUrlRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is to pay, and how Aurpay is asked for it.
 *
 * @param coin chain and currency; null if the customer chooses them at Aurpay
 * @param response the type of Aurpay's response
 * @param call sends the request, once
 * @param orderId finds the order id in a response; returns null if the response names no order
 */
record Offer<T>(
        BigDecimal price,
        String priceCurrency,
        @Nullable String coin,
        Class<T> response,
        Function<Callbacks, T> call,
        Function<T, @Nullable String> orderId) {
    static Offer<Payment> of(PaymentRequest request, Function<PaymentRequest, Payment> createPayment) {
        requireNone(request.options().callbacks());
        return new Offer<>(
                request.price(),
                request.priceCurrency(),
                request.chain() + "/" + request.currency(),
                Payment.class,
                callbacks -> createPayment.apply(request.withCallbacks(callbacks)),
                Payment::orderId);
    }

    /** Asks for POST, because only the body of a callback tells which order was paid. */
    static Offer<PaymentUrl> of(PaymentUrlRequest request, Function<PaymentUrlRequest, PaymentUrl> createPaymentUrl) {
        requireNone(request.options().callbacks());
        return new Offer<>(
                request.price(),
                request.priceCurrency(),
                null,
                PaymentUrl.class,
                callbacks ->
                        createPaymentUrl.apply(request.withCallbacks(callbacks).withPostCallbacks(true)),
                paymentUrl -> null);
    }

    boolean isLike(OpenPayment payment) {
        return price.compareTo(payment.price()) == 0
                && priceCurrency.equals(payment.priceCurrency())
                && Objects.equals(coin, payment.coin());
    }

    @Override
    public String toString() {
        return price.toPlainString() + " " + priceCurrency + (coin == null ? " by a payment URL" : " in " + coin);
    }

    private static void requireNone(@Nullable Callbacks callbacks) {
        if (callbacks != null) {
            throw new IllegalArgumentException(
                    "the request must have no callbacks, because open() adds those of the new payment, were for <"
                            + callbacks.succeeded().getPath() + ">");
        }
    }
}
