package net.aurpay.webhook.payments;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import net.aurpay.client.AurpayException;
import net.aurpay.client.OrderStatus;
import net.aurpay.client.Payment;
import net.aurpay.webhook.OrderRefunded;
import net.aurpay.webhook.OrderSucceeded;
import net.aurpay.webhook.RefundConflictException;
import net.aurpay.webhook.RefundResult;
import net.aurpay.webhook.SettlementException;
import org.junit.jupiter.api.Test;

/** Checks that a refund is sent once and reported once, whatever becomes of the response. */
abstract class RefundContract extends AccountsContract {
    private final AurpayException lost =
            AurpayException.builder("cut off").outcomeUnknown(true).build();

    @Test
    void refundsAnOrderOnce() {
        String orderId = paid("A/1");

        RefundResult result = payments.refund(orderId);

        assertThat(result.refunded()).isTrue();
        assertThat(result.info())
                .hasValueSatisfying(info -> assertThat(info.orderId()).isEqualTo(orderId));
        assertThatThrownBy(() -> payments.refund(orderId))
                .isInstanceOf(RefundConflictException.class)
                .hasMessage("the order <" + orderId + "> is refunded already");
        now = now.plus(Duration.ofDays(2));
        sweep();
        assertRefundedOnce(orderId);
    }

    @Test
    void findsOutAtOnceWhatALostResponseHasDone() {
        String orderId = paid("A/1");
        aurpay.lostRefund = lost;

        RefundResult result = payments.refund(orderId);

        assertThat(result.refunded()).isTrue();
        assertThat(result.info()).isEmpty();
        assertThatThrownBy(() -> otherServer.refund(orderId)).isInstanceOf(RefundConflictException.class);
        now = now.plus(Duration.ofDays(2));
        sweep();
        assertRefundedOnce(orderId);
    }

    @Test
    void findsOutLaterWhatALostResponseHasDone() {
        String orderId = paid("A/1");
        aurpay.lostRefund = lost;
        aurpay.refundsAtOnce = false;

        assertThatThrownBy(() -> payments.refund(orderId)).isSameAs(lost);
        assertThatThrownBy(() -> otherServer.refund(orderId))
                .isInstanceOf(RefundConflictException.class)
                .hasMessageContaining("outcome is not known yet");

        now = now.plus(Duration.ofMinutes(5)).minusMillis(1);
        assertThat(sweep()).isZero();
        now = now.plusMillis(1);
        assertThat(sweep()).as("still " + OrderStatus.SUCCESS).isEqualTo(1);
        aurpay.states.put(orderId, "REFUNDED");
        now = now.plus(Duration.ofMinutes(30)).minusMillis(1);
        assertThat(sweep()).as("before 35 minutes after the refund").isZero();
        now = now.plusMillis(1);
        assertThat(sweep()).isEqualTo(1);
        now = now.plus(Duration.ofDays(2));
        assertThat(sweep()).isZero();
        assertRefundedOnce(orderId);
    }

    @Test
    void waitsForARefundThatAurpayHasAccepted() {
        String orderId = paid("A/1");
        aurpay.refundsAtOnce = false;

        RefundResult result = payments.refund(orderId);

        assertThat(result.refunded()).isFalse();
        assertThat(result.info()).isPresent();
        assertThatThrownBy(() -> payments.refund(orderId))
                .isInstanceOf(RefundConflictException.class)
                .hasMessageContaining("has accepted the refund of " + now);
        aurpay.states.put(orderId, "REFUNDED");
        now = now.plus(Duration.ofMinutes(5));
        assertThat(sweep()).isEqualTo(1);
        assertRefundedOnce(orderId);
    }

    @Test
    void doesNotFailAfterAurpayHasAccepted() {
        String orderId = paid("A/1");
        aurpay.beforeRefund = () -> aurpay.failure =
                AurpayException.builder("busy").unavailable(true).build();

        assertThat(payments.refund(orderId).refunded()).isFalse();

        aurpay.failure = null;
        now = now.plus(Duration.ofMinutes(5));
        assertThat(sweep()).isEqualTo(1);
        assertRefundedOnce(orderId);
    }

    @Test
    void endsTheLooksOfARefundThatIsNeverMade() {
        String orderId = paid("A/1");
        aurpay.refundsAtOnce = false;
        payments.refund(orderId);

        int looks = 0;
        Instant refunded = now;
        for (Duration age = Duration.ofMinutes(5);
                age.toDays() < 3;
                age = age.plusMinutes(age.toHours() < 2 ? 5 : 60)) {
            now = refunded.plus(age);
            looks += sweep();
        }

        assertThat(looks).isEqualTo(1 + LOOKS.after().size());
        assertThat(row(orderId).due()).isEqualTo(OpenPayment.NEVER);
        assertThatThrownBy(() -> payments.refund(orderId)).isInstanceOf(RefundConflictException.class);
        assertThat(aurpay.refunds).hasSize(1);
    }

    @Test
    void sendsOneOfTwoRefundsAtOnce() throws Exception {
        String orderId = paid("A/1");
        CountDownLatch sent = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        aurpay.beforeRefund = () -> {
            sent.countDown();
            await(go);
        };
        Future<RefundResult> first = threads.submit(() -> payments.refund(orderId));
        await(sent);

        assertThatThrownBy(() -> otherServer.refund(orderId)).isInstanceOf(RefundConflictException.class);

        go.countDown();
        assertThat(first.get(90, SECONDS).refunded()).isTrue();
        assertRefundedOnce(orderId);
    }

    @Test
    void sendsOneOfManyRefundsAtOnce() throws Exception {
        String orderId = paid("A/1");
        List<Future<RefundResult>> refunds = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            TablePayments server = i % 2 == 0 ? payments : otherServer;
            refunds.add(threads.submit(() -> server.refund(orderId)));
        }
        int made = 0;
        for (Future<RefundResult> refund : refunds) {
            try {
                refund.get(90, SECONDS);
                made++;
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(RefundConflictException.class);
            }
        }
        assertThat(made).isEqualTo(1);
        assertRefundedOnce(orderId);
    }

    @Test
    void forgetsARefundThatAurpayRejects() {
        String orderId = String.valueOf(payments.open("A/1", REQUEST).orderId());
        OpenPayment before = row(orderId);
        AurpayException rejection =
                AurpayException.builder("no").code(400).httpStatus(200).build();
        aurpay.beforeRefund = () -> {
            throw rejection;
        };

        assertThatThrownBy(() -> payments.refund(orderId)).isSameAs(rejection);

        assertThat(row(orderId)).isEqualTo(before);
        aurpay.beforeRefund = () -> {};
        assertThat(payments.refund(orderId).refunded()).isTrue();
    }

    /** A server that dies runs no exception handler of ours, as after an error. */
    @Test
    void findsOutWhatADeadServerHasSent() {
        String orderId = paid("A/1");
        aurpay.beforeRefund = () -> {
            aurpay.states.put(orderId, "REFUNDED");
            throw new AssertionError("SIGKILL");
        };
        assertThatThrownBy(() -> payments.refund(orderId)).hasMessage("SIGKILL");
        assertThatThrownBy(() -> otherServer.refund(orderId)).isInstanceOf(RefundConflictException.class);

        now = now.plus(Duration.ofMinutes(5));
        otherServer.sweep(10);

        assertRefundedOnce(orderId);
    }

    @Test
    void looksForTheRefundAlthoughTheSuccessIsReportedLater() {
        Payment payment = payments.open("A/1", REQUEST);
        String orderId = String.valueOf(payment.orderId());
        pay(payment, "SUCCESS");
        aurpay.refundsAtOnce = false;
        payments.refund(orderId);

        settlement.settle(row(orderId).callbacks(), orderId);
        assertThat(row(orderId).status()).isEqualTo(OrderStatus.SUCCESS);
        now = now.plus(Duration.ofMinutes(5));
        assertThat(sweep()).isEqualTo(1);
        pay(payment, "REFUNDED");
        now = now.plus(Duration.ofMinutes(30));
        assertThat(sweep()).isEqualTo(1);

        assertRefundedOnce(orderId);
    }

    @Test
    void sendsNothingForAnOrderOfNoPayment() throws Exception {
        payments.open("A/1", URL_REQUEST);
        String orderId = aurpay.payByUrl("18", "USD");

        assertThatThrownBy(() -> payments.refund(orderId))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("<" + orderId + "> belongs to no payment")
                .hasMessageContaining("after a callback has named the order");
        assertThat(aurpay.refunds).isEmpty();

        callBack(rows().get(0), aurpay.order(orderId));
        assertThat(payments.refund(orderId).refunded()).isTrue();
    }

    /** The body of a callback is not signed. */
    @Test
    void sendsNothingForAnOrderThatTheCallbacksOfTwoPaymentsName() throws Exception {
        payments.open("A/1", URL_REQUEST);
        payments.open("A/2", URL_REQUEST);
        String orderId = aurpay.payByUrl("18", "USD");
        for (OpenPayment payment : rows()) {
            callBack(payment, aurpay.order(orderId));
        }

        assertThatThrownBy(() -> payments.refund(orderId))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 payments");
        assertThat(aurpay.refunds).isEmpty();
    }

    @Test
    void refundsThePaymentThatWasCreatedWithTheOrder() throws Exception {
        payments.open("A/2", URL_REQUEST);
        OpenPayment other = rows().get(0);
        now = now.plusSeconds(1);
        String orderId = paid("A/1");
        callBack(other, aurpay.order(orderId));

        assertThat(payments.refund(orderId).refunded()).isTrue();
        assertThat(events.get(events.size() - 1).reference()).isEqualTo("A/1");
    }

    @Test
    void sendsNothingIfTheRefundCannotBeStored() {
        String orderId = paid("A/1");
        jta.isDown = true;
        assertThatThrownBy(() -> payments.refund(orderId)).isInstanceOf(SettlementException.class);
        jta.isDown = false;
        assertThat(aurpay.refunds).isEmpty();
    }

    @Test
    void refundsOutsideTransactionsOnly() throws Exception {
        String orderId = paid("A/1");
        jta.begin();
        assertThatThrownBy(() -> payments.refund(orderId)).isInstanceOf(IllegalStateException.class);
        jta.rollback();
        assertThat(aurpay.refunds).isEmpty();
    }

    /** Opens a payment whose success is reported. */
    private String paid(String reference) {
        Payment payment = payments.open(reference, REQUEST);
        String orderId = String.valueOf(payment.orderId());
        pay(payment, "SUCCESS");
        settlement.settle(row(orderId).callbacks(), orderId);
        assertThat(events).hasAtLeastOneElementOfType(OrderSucceeded.class);
        return orderId;
    }

    private int sweep() {
        return payments.sweep(10).looks();
    }

    private void assertRefundedOnce(String orderId) {
        assertThat(aurpay.refunds).containsExactly(orderId);
        assertThat(events).hasSize(2);
        assertThat(events.get(0)).isInstanceOf(OrderSucceeded.class);
        assertThat(events.get(1)).isInstanceOfSatisfying(OrderRefunded.class, event -> assertThat(
                        Objects.requireNonNull(event.order().orElseThrow().orderId()))
                .isEqualTo(orderId));
        assertThat(row(orderId).status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(row(orderId).due()).isEqualTo(OpenPayment.NEVER);
    }
}
