package net.aurpay.webhook.endpoint;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import net.aurpay.client.Callbacks;
import net.aurpay.client.CryptoCurrency;
import net.aurpay.client.Order;
import net.aurpay.client.OrderClient;
import net.aurpay.client.OrderQuery;
import net.aurpay.client.Page;
import net.aurpay.client.Payment;
import net.aurpay.client.PaymentRequest;
import net.aurpay.client.PaymentUrl;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.client.RefundInfo;
import net.aurpay.client.Transaction;
import net.aurpay.client.TransactionQuery;
import net.aurpay.webhook.payments.AurpayOrders;
import net.aurpay.webhook.payments.PaymentClient;

/**
 * The REST clients of the application. They are looked up with each call: an application that neither confirms nor settles
 * orders needs no credentials for the API.
 *
 * @param lookUps sends each request once, and soon gives up
 * @param client creates and refunds payments, as the application does
 * @param callbackUrls makes the callbacks of a payment from its reference
 */
record ApiClients(Supplier<OrderLookUp> lookUps, Supplier<OrderClient> client, Function<String, Callbacks> callbackUrls)
        implements AurpayOrders, PaymentClient {
    @Override
    public Order order(String orderId) {
        return lookUps.get().order(orderId);
    }

    @Override
    public Page<Order> orders(OrderQuery query) {
        return lookUps.get().orders(query);
    }

    @Override
    public Page<Transaction> transactions(TransactionQuery query) {
        return lookUps.get().transactions(query);
    }

    @Override
    public Payment createPayment(PaymentRequest request) {
        return client.get().createPayment(request);
    }

    @Override
    public PaymentUrl createPaymentUrl(PaymentUrlRequest request) {
        return client.get().createPaymentUrl(request);
    }

    @Override
    public RefundInfo refund(String orderId) {
        return client.get().refund(orderId);
    }

    List<CryptoCurrency> cryptoCurrencies() {
        return client.get().cryptoCurrencies();
    }

    Callbacks callbacks(String reference) {
        return callbackUrls.apply(reference);
    }
}
