package net.aurpay.it.paymentpage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.aurpay.client.CryptoCurrency;
import net.aurpay.client.Order;
import net.aurpay.client.OrderClient;
import net.aurpay.client.OrderQuery;
import net.aurpay.client.OrderStatus;
import net.aurpay.client.Page;
import net.aurpay.client.Payment;
import net.aurpay.client.PaymentRequest;
import net.aurpay.client.Transaction;
import net.aurpay.client.TransactionQuery;
import net.aurpay.client.TransactionType;
import net.aurpay.webhook.Payments;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Calls Aurpay. No other class of the shop does. */
@ApplicationScoped
public class Checkout {
    @Inject
    @RestClient
    OrderClient orders;

    @Inject
    Payments payments;

    /** The sale must be committed before this call. The call itself must not be part of a transaction. */
    public Payment open(String reference, BigDecimal price, CryptoCurrency currency) {
        PaymentRequest request = PaymentRequest.of(currency.chain(), currency.currency(), price, "USD");
        return payments.open(reference, request);
    }

    /** The currencies to choose from, without Lightning, which needs an invoice instead of an address. */
    public List<CryptoCurrency> currencies() {
        return orders.cryptoCurrencies().stream()
                .filter(each -> Boolean.TRUE.equals(each.status()))
                .filter(each -> !"BLN".equals(each.chain()))
                .toList();
    }

    /** The ids of all orders of the last day that are underpaid: one request, however many payments are open. */
    public List<String> underpaid() {
        OrderQuery partial = OrderQuery.all()
                .withStatus(OrderStatus.PARTIAL)
                .withCreatedFrom(Instant.now().minus(Duration.ofDays(1)))
                .withSize(100);
        return Page.stream(page -> orders.orders(partial.withPage(page)))
                .map(Order::orderId)
                .toList();
    }

    public Order order(String orderId) {
        return orders.order(orderId);
    }

    /**
     * What has arrived for an underpaid order. Aurpay does not say for which order such a payment is, so this is empty unless
     * exactly one payment fits.
     */
    public Optional<BigDecimal> received(Order order) {
        TransactionQuery unmatched = TransactionQuery.all()
                .withType(TransactionType.UNKOWN)
                .withChain(order.chain())
                .withCurrency(order.currency())
                .withEventFrom(order.createTime())
                .withSize(100);
        List<BigDecimal> amounts = Page.stream(page -> orders.transactions(unmatched.withPage(page)))
                .filter(each -> order.toAddress() == null || order.toAddress().equals(each.toAddress()))
                .map(Transaction::amount)
                .toList();
        return amounts.size() == 1 ? Optional.of(amounts.get(0)) : Optional.empty();
    }
}
