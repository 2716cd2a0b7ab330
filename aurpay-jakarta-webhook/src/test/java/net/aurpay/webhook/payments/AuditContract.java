package net.aurpay.webhook.payments;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import net.aurpay.client.AurpayException;
import net.aurpay.client.OrderQuery;
import net.aurpay.client.OrderStatus;
import net.aurpay.client.Payment;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.client.Transaction;
import net.aurpay.client.TransactionType;
import net.aurpay.webhook.AuditReport;
import net.aurpay.webhook.OrderSucceeded;
import net.aurpay.webhook.PaymentCandidate;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.SettlementResult;
import net.aurpay.webhook.UnexplainedOrder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Checks that an audit reports each paid order for which no success was fired, and that only a person decides on it. */
abstract class AuditContract extends RefundContract {
    @Test
    void reportsAllPaymentUrlsWhoseCallbacksAreLostAndAdoptsNone() {
        List<String> orderIds = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String price = "18." + (100 + i);
            payments.open("A/" + i, PaymentUrlRequest.of(new BigDecimal(price), "USD"));
            orderIds.add(aurpay.payByUrl(price, "USD"));
            now = now.plusMillis(500);
        }

        AuditReport report = audit();

        assertThat(report.paid()).isEqualTo(120);
        assertThat(report.unexplained()).hasSize(120).allSatisfy(order -> assertThat(order.candidates())
                .hasSize(1));
        assertThat(report.unexplained())
                .extracting(order -> order.order().orderId())
                .containsExactlyInAnyOrderElementsOf(orderIds);
        assertThat(report.exact()).isTrue();
        assertThat(aurpay.listed).as("100 a page").hasSize(2 + 1);
        now = now.plus(Duration.ofDays(2));
        payments.sweep(1000);
        assertThat(events).isEmpty();
    }

    @Test
    void listsBothCandidatesOfTheSamePrice() {
        for (int i = 0; i < 20; i++) {
            for (String customer : List.of("A", "B")) {
                payments.open(customer + i, PaymentUrlRequest.of(new BigDecimal("18." + (10 + i) + "0"), "USD"));
            }
            now = now.plusSeconds(1);
            aurpay.payByUrl("18." + (10 + i), "USD");
            aurpay.payByUrl("18." + (10 + i), "USD");
        }

        AuditReport report = audit();

        assertThat(report.unexplained()).hasSize(40).allSatisfy(order -> {
            String price = String.valueOf(order.order().price());
            int pair = Integer.parseInt(price.substring(3)) - 10;
            assertThat(order.candidates())
                    .extracting(PaymentCandidate::reference)
                    .containsExactlyInAnyOrder("A" + pair, "B" + pair);
        });
        assertThat(events).isEmpty();
    }

    @Test
    void reportsNoOrderThatIsExplained() throws Exception {
        Payment open = payments.open("A/1", REQUEST);
        pay(open, "SUCCESS");
        payments.open("A/2", URL_REQUEST);
        callBack(url("A/2"), aurpay.order(aurpay.payByUrl("18", "USD")));
        settlement.settle(callbacks("", "A/3"), aurpay.payByUrl("18", "USD"));
        String resolved = aurpay.payByUrl("18", "USD");
        aurpay.states.put(resolved, "RESOLVED");
        settlement.settle(callbacks("", "A/4"), resolved);
        String unexplained = aurpay.payByUrl("18", "USD");
        aurpay.states.put(unexplained, "RESOLVED");
        aurpay.states.put(aurpay.payByUrl("18", "USD"), "OVERDUE");

        AuditReport report = audit();

        assertThat(report.paid()).isEqualTo(5);
        assertThat(orderIds(report)).containsExactly(unexplained);
        assertThat(report.exact()).isTrue();
    }

    /** A time-out that was confirmed names the order as well, but the success is still missing. */
    @Test
    void reportsAnOrderOfWhichOnlyTheTimeOutWasProcessed() {
        String orderId = aurpay.payByUrl("18", "USD");
        aurpay.states.put(orderId, "OVERDUE");
        settlement.settle(callbacks("", "A/1"), orderId);
        aurpay.states.put(orderId, "RESOLVED");

        assertThat(orderIds(audit())).containsExactly(orderId);
    }

    @Test
    void reportsAnOrderThatIsPaidAfterItsPaymentWasGivenUp() {
        Payment payment = payments.open("A/1", REQUEST);
        String orderId = String.valueOf(payment.orderId());
        pay(payment, "OVERDUE");
        now = now.plus(Duration.ofHours(1));
        payments.sweep(10);
        pay(payment, "RESOLVED");
        assertThat(audit().unexplained()).as("a sweep will look the order up").isEmpty();
        pay(payment, "OVERDUE");
        now = now.plus(Duration.ofDays(2));
        payments.sweep(10);
        pay(payment, "RESOLVED");

        AuditReport report = payments.audit(Sample.NOW, now);

        assertThat(report.unexplained()).singleElement().satisfies(order -> {
            assertThat(order.order().orderId()).isEqualTo(orderId);
            assertThat(order.candidates())
                    .extracting(PaymentCandidate::paymentId)
                    .containsExactly(row(orderId).paymentId());
        });
        payments.adopt(orderId, row(orderId).paymentId());
        assertThat(events.get(events.size() - 1)).isInstanceOf(OrderSucceeded.class);
        assertThat(payments.audit(Sample.NOW, now).unexplained()).isEmpty();
    }

    @Test
    void listsOnlyPaymentUrlsThatTheOrderCanBelongTo() throws Exception {
        now = Sample.NOW.minus(Duration.ofDays(31));
        payments.open("too old", URL_REQUEST);
        now = Sample.NOW;
        payments.open("another price", PaymentUrlRequest.of(new BigDecimal("18.01"), "USD"));
        payments.open("another currency", PaymentUrlRequest.of(new BigDecimal("18"), "EUR"));
        payments.open("has its order", REQUEST);
        payments.open("paid", URL_REQUEST);
        callBack(url("paid"), Sample.order(Map.of("order_id", "1")));
        aurpay.failure = AurpayException.builder("cut off").outcomeUnknown(true).build();
        assertThatThrownBy(() -> payments.open("never shown", URL_REQUEST)).isSameAs(aurpay.failure);
        aurpay.failure = null;
        payments.open("A/1 \u20ac", URL_REQUEST);
        String orderId = aurpay.payByUrl("18.00", "USD");
        now = now.plus(Duration.ofMinutes(3));
        payments.open("opened after the order", URL_REQUEST);

        AuditReport report = payments.audit(Sample.NOW.minus(Duration.ofDays(5)), now.plusSeconds(1));

        assertThat(report.unexplained()).singleElement().satisfies(order -> {
            assertThat(order.order().orderId()).isEqualTo(orderId);
            assertThat(order.candidates())
                    .containsExactly(new PaymentCandidate(url("A/1 \u20ac").paymentId(), "A/1 \u20ac", Sample.NOW));
        });
    }

    @Test
    void takesTheTimeFromTheOrderIdBecauseTheZoneOfTheQueryIsNotKnown() {
        now = Sample.NOW.minusSeconds(1);
        aurpay.payByUrl("18", "USD");
        now = Sample.NOW;
        String first = aurpay.payByUrl("18", "USD");
        now = Sample.NOW.plusSeconds(9);
        String last = aurpay.payByUrl("18", "USD");
        now = Sample.NOW.plusSeconds(10);
        aurpay.payByUrl("18", "USD");

        AuditReport report = payments.audit(Sample.NOW, now);

        assertThat(orderIds(report)).containsExactlyInAnyOrder(first, last);
        assertThat(aurpay.listed)
                .extracting(OrderQuery::createdFrom)
                .containsOnly(Sample.NOW.minus(Duration.ofDays(1)));
        assertThat(aurpay.listed).extracting(OrderQuery::createdBefore).containsOnly(now.plus(Duration.ofDays(1)));
        assertThatThrownBy(() -> payments.audit(now, now)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysThatItIsNotExactIfProcessedCallbacksNameNoOrder() throws Exception {
        payments.open("A/1", URL_REQUEST);
        callBack(url("A/1"), aurpay.order(aurpay.payByUrl("18", "USD")));
        assertThat(audit().limitation()).isEmpty();

        payments.open("A/2", URL_REQUEST);
        callBack(url("A/2"), Sample.order(Map.of("order_id", "")));
        now = now.plusSeconds(1);
        execute("update aurpay_payment set order_id = null where payment_id = '"
                + url("A/2").paymentId() + "'");

        AuditReport report = audit();
        assertThat(report.exact()).isFalse();
        assertThat(report.limitation()).hasValueSatisfying(sentence -> assertThat(sentence)
                .startsWith("1 processed callbacks")
                .contains("aurpay.webhook.confirm=true")
                .contains("POST"));
        assertThat(payments.audit(now, now.plusSeconds(1)).exact()).as("later").isTrue();
        assertThat(of("north").audit(Sample.NOW, now.plusSeconds(1)).exact())
                .as("another account")
                .isTrue();
    }

    @Test
    void reportsTransactionsThatAurpayCannotAssign() {
        Transaction misspelled = transaction("1", TransactionType.UNKOWN, Sample.NOW);
        Transaction spelled = transaction("2", TransactionType.UNKNOWN, Sample.NOW.plusSeconds(1));
        Transaction undated = transaction("3", TransactionType.UNKNOWN, null);
        aurpay.transactions.addAll(List.of(
                misspelled,
                spelled,
                undated,
                transaction("4", TransactionType.ORDER, Sample.NOW),
                transaction("5", TransactionType.UNKNOWN, Sample.NOW.minusSeconds(1)),
                transaction("6", TransactionType.UNKNOWN, Sample.NOW.plus(Duration.ofHours(1)))));

        for (int hours : List.of(0, -14, 12)) {
            aurpay.zone = Duration.ofHours(hours);
            assertThat(payments.audit(Sample.NOW, Sample.NOW.plus(Duration.ofHours(1)))
                            .unmatched())
                    .as("with a zone %d hours behind UTC", hours)
                    .containsExactly(misspelled, spelled, undated);
        }
    }

    @Test
    void passesOnThatAurpayDoesNotRespond() {
        aurpay.failure = AurpayException.builder("busy").unavailable(true).build();
        assertThatThrownBy(this::audit).isSameAs(aurpay.failure);
    }

    @Test
    void firesOnceIfAnOrderIsAdoptedTwice() {
        payments.open("A/1", URL_REQUEST);
        String orderId = aurpay.payByUrl("18", "USD");
        String paymentId = url("A/1").paymentId();

        assertThat(payments.adopt(orderId, paymentId)).isEqualTo(SettlementResult.PAID);
        assertThat(otherServer.adopt(orderId, paymentId)).isEqualTo(SettlementResult.ALREADY_PROCESSED);

        assertThat(events).singleElement().isInstanceOfSatisfying(OrderSucceeded.class, event -> {
            assertThat(event.reference()).isEqualTo("A/1");
            assertThat(event.covers(new BigDecimal("18"), "USD")).isTrue();
        });
        assertThat(row(orderId).status()).isEqualTo(OrderStatus.SUCCESS);
        assertThat(audit().unexplained()).isEmpty();
        assertThat(payments.refund(orderId).refunded()).isTrue();
    }

    @Test
    void firesOnceIfAnOrderIsAdoptedByManyAtOnce() throws Exception {
        payments.open("A/1", URL_REQUEST);
        String orderId = aurpay.payByUrl("18", "USD");
        String paymentId = url("A/1").paymentId();
        List<Future<SettlementResult>> adoptions = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            adoptions.add(threads.submit(() -> payments.adopt(orderId, paymentId)));
        }
        int paid = 0;
        for (Future<SettlementResult> adoption : adoptions) {
            paid += adoption.get(90, SECONDS) == SettlementResult.PAID ? 1 : 0;
        }
        assertThat(paid).isEqualTo(1);
        assertThat(events).hasSize(1);
    }

    @Test
    void adoptsAnOrderForOnePaymentOnly() {
        payments.open("A/1", URL_REQUEST);
        payments.open("A/2", URL_REQUEST);
        String orderId = aurpay.payByUrl("18", "USD");
        payments.adopt(orderId, url("A/1").paymentId());

        assertRejected(
                orderId,
                url("A/2").paymentId(),
                "belongs to the payment <" + url("A/1").paymentId());
        String other = aurpay.payByUrl("18", "USD");
        assertRejected(other, url("A/1").paymentId(), "is SUCCESS, of the order <" + orderId);
        assertThat(events).hasSize(1);
    }

    @Test
    void adoptsNothingThatDoesNotFit() {
        payments.open("A/1", URL_REQUEST);
        String paymentId = url("A/1").paymentId();
        Payment payInfo = payments.open("A/2", REQUEST);
        pay(payInfo, "SUCCESS");
        String orderId = aurpay.payByUrl("18", "USD");

        assertRejected(aurpay.payByUrl("18.01", "USD"), paymentId, "has the price 18.01 USD");
        assertRejected(aurpay.payByUrl("18", "EUR"), paymentId, "has the price 18 EUR");
        assertRejected(orderId, "0".repeat(32), "there is no payment <000");
        assertRejected(
                orderId, row(String.valueOf(payInfo.orderId())).paymentId(), "only an open payment URL can adopt");
        assertRejected(String.valueOf(payInfo.orderId()), paymentId, "belongs to the payment");
        aurpay.states.put(orderId, "PARTIAL");
        assertRejected(orderId, paymentId, "is not paid, it is PARTIAL");
        assertThat(events).isEmpty();
    }

    @Test
    void distinguishesOrdersByCaseIfAnOrderIsAdoptedOrRefunded() throws Exception {
        payments.open("A/1", URL_REQUEST);
        payments.open("A/2", URL_REQUEST);
        callBack(url("A/1"), Sample.order(Map.of("order_id", "aB")));
        aurpay.states.put("ab", "SUCCESS");

        assertRejected("ab", url("A/2").paymentId(), "has the price 100");
        assertThatThrownBy(() -> payments.refund("ab")).hasMessageContaining("belongs to no payment");
        assertThat(payments.refund("aB").info()).isPresent();
    }

    @Test
    void distinguishesOrdersByCaseAsTheInboxDoes() throws Exception {
        aurpay.states.put("aB", "SUCCESS");
        settlement.settle(callbacks("", "A/1"), "aB");

        Set<String> found = transaction.commit(
                connection -> inboxTable.succeeded(connection, "", List.of("aB", "ab", "AB", "20250101")));

        assertThat(found).containsExactly("aB");
    }

    private void assertRejected(String orderId, String paymentId, String message) {
        assertThatThrownBy(() -> payments.adopt(orderId, paymentId))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private AuditReport audit() {
        return payments.audit(Sample.NOW, now.plusSeconds(1));
    }

    private static List<String> orderIds(AuditReport report) {
        return report.unexplained().stream()
                .map(UnexplainedOrder::order)
                .map(order -> String.valueOf(order.orderId()))
                .toList();
    }

    private OpenPayment url(String reference) {
        return rows().stream()
                .filter(row -> row.originalReference().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    private static Transaction transaction(String id, TransactionType type, @Nullable Instant time) {
        return new Transaction(null, id, type, null, "ETH", null, "USDT-ERC20", null, null, null, null, null, time);
    }
}
