package net.aurpay.webhook.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.aurpay.client.Order;
import net.aurpay.client.OrderStatus;
import net.aurpay.client.Transaction;
import net.aurpay.webhook.CallbackRejected;
import net.aurpay.webhook.OrderRefunded;
import net.aurpay.webhook.OrderSucceeded;
import net.aurpay.webhook.OrderTimedOut;
import net.aurpay.webhook.OrderUnderpaid;
import net.aurpay.webhook.verification.CallbackKind;
import net.aurpay.webhook.verification.RejectionReason;
import org.junit.jupiter.api.Test;

class TestEventTest {
    private static final Instant DATE = Instant.parse("2024-10-10T00:00:00Z");
    private static final Order ORDER =
            Order.builder().orderId("20241010000000000001").build();
    private static final Order BODY =
            Order.builder().orderId("20241010000000000002").build();

    /** An observer of a shop. */
    static final class Shipping {
        final List<String> shipped = new ArrayList<>();

        void ship(OrderSucceeded event) {
            if (event.covers(new BigDecimal("18"), "USD")) {
                shipped.add(event.reference());
            }
        }
    }

    @Test
    void shipsPaidOrder() {
        Shipping shipping = new Shipping();
        Order order = Order.builder()
                .status(OrderStatus.SUCCESS)
                .price(new BigDecimal("18.00"))
                .priceCurrency("USD")
                .build();

        shipping.ship(TestEvent.paid("A1").order(order).build());
        shipping.ship(TestEvent.paid("A2").build());

        assertThat(shipping.shipped).containsExactly("A1");
    }

    @Test
    void eventHasWhatIsSet() {
        Transaction transaction = Transaction.builder().transactionId("1").build();

        assertThat(set(TestEvent.paid("A1")))
                .isEqualTo(new OrderSucceeded(
                        Optional.of("north"),
                        "A1",
                        Optional.of("f".repeat(32)),
                        Map.of("table", List.of("7", "8")),
                        DATE,
                        Optional.of(BODY),
                        Optional.of(ORDER)));
        OrderTimedOut timedOut = set(TestEvent.timedOut("A1"));
        assertThat(timedOut.order()).contains(ORDER);
        assertThat(timedOut.unverifiedOrder()).contains(BODY);
        OrderUnderpaid underpaid = set(TestEvent.underpaid("A1", transaction));
        assertThat(underpaid.order()).contains(ORDER);
        assertThat(underpaid.transaction()).contains(transaction);
        OrderRefunded refunded = set(TestEvent.refunded("A1"));
        assertThat(refunded.order()).contains(ORDER);
        assertThat(set(TestEvent.rejected("A1", CallbackKind.TIMED_OUT, RejectionReason.DATE_STALE)))
                .isEqualTo(new CallbackRejected(
                        CallbackKind.TIMED_OUT,
                        RejectionReason.DATE_STALE,
                        Optional.of("north"),
                        "A1",
                        Optional.of("f".repeat(32)),
                        Map.of("table", List.of("7", "8")),
                        DATE,
                        Optional.of(BODY)));
    }

    @Test
    void eventHasDefaultsForTheRest() {
        OrderSucceeded paid = TestEvent.paid("A1").build();

        assertThat(paid.account()).isEmpty();
        assertThat(paid.paymentId()).contains(TestEvent.PAYMENT_ID);
        assertThat(paid.order()).isEmpty();
        assertThat(TestEvent.underpaid("A1").build().order().map(Order::status)).contains(OrderStatus.PARTIAL);
        assertThat(TestEvent.refunded("A1").build().order().map(Order::status)).contains(OrderStatus.REFUNDED);
    }

    @Test
    void builtEventDoesNotChange() {
        TestEvent<OrderSucceeded> builder = TestEvent.paid("A1");
        OrderSucceeded event = builder.build();

        builder.parameter("table", "7").account("north");

        assertThat(event.parameters()).isEmpty();
        assertThat(event.account()).isEmpty();
    }

    private static <E> E set(TestEvent<E> event) {
        return event.account("north")
                .paymentId("f".repeat(32))
                .parameter("table", "7", "8")
                .date(DATE)
                .unverifiedOrder(BODY)
                .order(ORDER)
                .build();
    }
}
