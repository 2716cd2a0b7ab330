package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Callbacks;
import net.aurpay.client.Order;
import net.aurpay.client.Transaction;
import net.aurpay.client.TransactionStatus;
import net.aurpay.client.TransactionType;
import net.aurpay.webhook.OrderEvent;
import net.aurpay.webhook.OrderRefunded;
import net.aurpay.webhook.OrderSucceeded;
import net.aurpay.webhook.OrderTimedOut;
import net.aurpay.webhook.OrderUnderpaid;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.SettlementException;
import net.aurpay.webhook.SettlementResult;
import net.aurpay.webhook.inbox.Inbox;
import net.aurpay.webhook.inbox.InboxConfig;
import net.aurpay.webhook.payments.UnmatchedTransactions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderSettlementTest {
    private static final Callbacks CALLBACKS = callbacks(Sample.PAID, Sample.TIMED_OUT);

    private final FakeTransaction transaction = new FakeTransaction();
    private final FakeObservers observers = new FakeObservers();
    private final Inbox inbox = Inbox.inMemory(
            new InboxConfig(Optional.empty(), "", 100, Duration.ofDays(1), Optional.empty()), Sample.CLOCK);
    private UnmatchedTransactions transactions = Sample.noTransactions();
    private Optional<String> userId = Optional.empty();

    @Test
    void firesWhatObserversWouldGetFromAConfirmedCallback() {
        assertThat(settle("SUCCESS")).isEqualTo(SettlementResult.PAID);

        assertThat(observers.fired).singleElement().isInstanceOfSatisfying(OrderSucceeded.class, event -> {
            assertThat(event.reference()).isEqualTo("A/1");
            assertThat(event.paymentId()).contains(Sample.PAYMENT);
            assertThat(event.parameters()).containsEntry("reference", List.of("A/1"));
            assertThat(event.date()).isEqualTo(Sample.NOW);
            assertThat(event.unverifiedOrder()).isEmpty();
            assertThat(event.order().map(Order::orderId)).contains(Sample.ORDER_ID);
            assertThat(event.covers(new BigDecimal("100"), "USD")).isTrue();
        });
        assertThat(observers.firedAsync).isEqualTo(observers.fired);
        assertThat(transaction.calls).containsExactly("begin", "commit");
    }

    @ParameterizedTest
    @CsvSource({
        "SUCCESS, PAID",
        "RESOLVED, PAID",
        "OVERDUE, EXPIRED",
        "TERMINATED, EXPIRED",
        "FAILED, EXPIRED",
        "PARTIAL, UNDERPAID",
        "REFUNDED, REFUNDED",
        "PENDING, PENDING",
        "SOMETHING_NEW, PENDING"
    })
    void reportsEachStatusOnce(String status, SettlementResult result) {
        Map<SettlementResult, Class<? extends OrderEvent>> events = Map.of(
                SettlementResult.PAID, OrderSucceeded.class,
                SettlementResult.EXPIRED, OrderTimedOut.class,
                SettlementResult.UNDERPAID, OrderUnderpaid.class,
                SettlementResult.REFUNDED, OrderRefunded.class);

        assertThat(settle(status)).isEqualTo(result);
        assertThat(settle(status))
                .isEqualTo(result == SettlementResult.PENDING ? result : SettlementResult.ALREADY_PROCESSED);

        assertThat(observers.fired).hasSize(events.containsKey(result) ? 1 : 0).allSatisfy(event -> assertThat(event)
                .isInstanceOf(events.get(result)));
    }

    @Test
    void saysWhichStatusItDoesNotKnow() {
        try (LoggedLines log = LoggedLines.of(OrderSettlement.class)) {
            settle("PENDING");
            settle("SOMETHING_NEW");
            assertThat(log.lines())
                    .containsExactly("order <" + Sample.ORDER_ID + "> has a status that is not known: SOMETHING_NEW");
        }
    }

    @Test
    void tellsWhichTransactionHasPaidTooLittle() {
        Transaction less = transaction(Sample.order(Map.of()));
        transactions = Sample.transactions(List.of(less));

        assertThat(settle("PARTIAL")).isEqualTo(SettlementResult.UNDERPAID);

        assertThat(observers.fired).singleElement().isInstanceOfSatisfying(OrderUnderpaid.class, event -> assertThat(
                        event.transaction())
                .contains(less));
    }

    @Test
    void settlesNoOrderThatAurpayDoesNotKnowOrThatBelongsToAnother() {
        AurpayException unknown =
                AurpayException.builder("unknown").code(404).httpStatus(200).build();
        assertThat(settle(id -> {
                    throw unknown;
                }))
                .isEqualTo(SettlementResult.NOT_OURS);
        assertThat(settle(id -> Sample.order(Map.of("status", "SUCCESS", "order_id", "1"))))
                .isEqualTo(SettlementResult.NOT_OURS);
        userId = Optional.of("mct-other");
        assertThat(settle("SUCCESS")).isEqualTo(SettlementResult.NOT_OURS);
        assertThat(observers.fired).isEmpty();
    }

    @Test
    void throwsWhatTheLookUpThrows() {
        AurpayException busy = AurpayException.builder("busy")
                .httpStatus(503)
                .unavailable(true)
                .build();

        assertThatThrownBy(() -> settle(id -> {
                    throw busy;
                }))
                .isSameAs(busy);
    }

    @Test
    void saysThatNothingIsCommittedIfAnObserverFails() {
        observers.reaction = event -> {
            throw new IllegalStateException("no stock");
        };
        assertThatThrownBy(() -> settle("SUCCESS"))
                .isInstanceOf(SettlementException.class)
                .hasMessageContaining(Sample.ORDER_ID)
                .hasRootCauseMessage("no stock");
        assertThat(transaction.calls).containsExactly("begin", "rollback");

        observers.reaction = event -> {};
        assertThat(settle("SUCCESS")).isEqualTo(SettlementResult.PAID);
    }

    @Test
    void asksForNothingInsideATransaction() {
        transaction.begin();

        assertThatThrownBy(() -> settle(id -> {
                    throw new AssertionError("looked up");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outside any transaction");
    }

    @ParameterizedTest
    @CsvSource({
        "/succeeded?reference=1, /timed-out?reference=1",
        "/succeeded?payment=0123456789abcdef0123456789abcdef, /timed-out?payment=ffffffffffffffffffffffffffffffff",
        "/timed-out?payment=0123456789abcdef0123456789abcdef, /succeeded?payment=0123456789abcdef0123456789abcdef"
    })
    void acceptsOnlyCallbacksOfOnePayment(String succeeded, String timedOut) {
        OrderSettlement settlement = settlement(id -> {
            throw new AssertionError("looked up");
        });
        Callbacks other = callbacks(succeeded, timedOut);

        assertThatThrownBy(() -> settlement.settle(other, Sample.ORDER_ID))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CallbackUrls");
    }

    private SettlementResult settle(String status) {
        return settle(id -> Sample.order(Map.of("status", status)));
    }

    private SettlementResult settle(Function<String, Order> lookUp) {
        return settlement(lookUp).settle(CALLBACKS, Sample.ORDER_ID);
    }

    private OrderSettlement settlement(Function<String, Order> lookUp) {
        return new OrderSettlement(
                new EventTransaction(() -> transaction, inbox, observers),
                new OrderConfirmation(lookUp, transactions, userId),
                Sample.CLOCK);
    }

    private static Callbacks callbacks(String succeeded, String timedOut) {
        return new Callbacks(URI.create(Sample.BASE + succeeded), URI.create(Sample.BASE + timedOut), false);
    }

    private static Transaction transaction(Order order) {
        return new Transaction(
                null,
                "1",
                TransactionType.UNKOWN,
                TransactionStatus.SUCCESS,
                order.chain(),
                new BigDecimal("0.0001"),
                order.currency(),
                null,
                null,
                null,
                order.toAddress(),
                null,
                order.createTime());
    }
}
