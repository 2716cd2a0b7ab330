package net.aurpay.webhook.payments;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Callbacks;
import net.aurpay.client.OrderStatus;
import net.aurpay.client.Payment;
import net.aurpay.client.PaymentRequest;
import net.aurpay.client.PaymentUrl;
import net.aurpay.webhook.OrderSucceeded;
import net.aurpay.webhook.OrderUnderpaid;
import net.aurpay.webhook.PaymentConflictException;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.SettlementException;
import net.aurpay.webhook.SweepReport;
import net.aurpay.webhook.inbox.RetryLaterException;
import net.aurpay.webhook.inbox.ShortTransaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Checks what the table of the open payments must do on every database. */
@Timeout(120)
abstract class PaymentsContract extends AuditContract {
    private static final PaymentRequest BITCOIN = PaymentRequest.of("BTC", "BTC", new BigDecimal("18"), "USD");
    private static final PaymentRequest TETHER = PaymentRequest.of("TRX", "USDT-TRC20", new BigDecimal("18"), "USD");

    @Test
    void opensOnePaymentOfAReference() {
        Payment first = open("A/1 \u20ac", REQUEST);

        assertThat(open("A/1 \u20ac", REQUEST)).isEqualTo(first);
        assertThat(open("A/1 \u20ac", PaymentRequest.of("ETH", "USDT-ERC20", new BigDecimal("18.00"), "USD")))
                .isEqualTo(first);
        assertThat(open("A/2", REQUEST)).isNotEqualTo(first);
        assertThat(aurpay.created).hasValue(2);
    }

    @Test
    void givesTheCallbacksOfTheNewPaymentToAurpay() {
        Payment payment = open("A/1", REQUEST);

        Callbacks callbacks = Objects.requireNonNull(aurpay.callbacks.get(payment.orderId()));
        assertThat(rows().get(0).callbacks().succeeded()).isEqualTo(callbacks.succeeded());
        assertThat(rows().get(0).callbacks().timedOut()).isEqualTo(callbacks.timedOut());
        assertThat(rows().get(0).orderId()).isEqualTo(payment.orderId());
    }

    @Test
    void knowsTheCurrentPaymentOfAReference() throws SQLException {
        assertThat(opening.current("A/1")).isEmpty();
        Payment payment = open("A/1", REQUEST);

        CurrentPayment current = opening.current("A/1").orElseThrow();
        assertThat(current.payUrl()).isEqualTo(payment.payUrl()).isNotNull();
        assertThat(current.paymentId()).isEqualTo(rows().get(0).paymentId());
        assertThat(current.isUnpaid()).isTrue();
        assertThat(current.costs(new BigDecimal("18.00"), "USD")).isTrue();
        assertThat(current.costs(new BigDecimal("18.01"), "USD")).isFalse();
        assertThat(current.costs(new BigDecimal("18"), "EUR")).isFalse();
        assertThat(opening.current("A/2")).isEmpty();

        now = now.plus(Duration.ofMinutes(33));
        assertThat(opening.current("A/1")).as("after its 30 minutes").isEmpty();
        execute("update aurpay_payment set status = 'PARTIAL'");
        assertThat(opening.current("A/1").orElseThrow().isUnpaid()).isFalse();
        execute("update aurpay_payment set response = null");
        assertThat(opening.current("A/1")).as("while it is being opened").isEmpty();
    }

    @Test
    void opensOnePaymentUrlOfAReferenceThatAsksForPost() {
        PaymentUrl first = open("A/1", URL_REQUEST);

        assertThat(open("A/1", URL_REQUEST)).isEqualTo(first);
        assertThat(aurpay.created).hasValue(1);
        assertThat(rows().get(0).due()).isEqualTo(OpenPayment.NEVER);
    }

    @Test
    void rejectsAnotherPriceCurrencyOrTypeWhileThePaymentCanBePaid() {
        open("A/1", REQUEST);

        for (PaymentRequest other : List.of(
                PaymentRequest.of("ETH", "USDT-ERC20", new BigDecimal("18.01"), "USD"),
                PaymentRequest.of("ETH", "USDT-ERC20", new BigDecimal("18"), "EUR"),
                PaymentRequest.of("BTC", "BTC", new BigDecimal("18"), "USD"))) {
            assertThatThrownBy(() -> open("A/1", other))
                    .isInstanceOf(PaymentConflictException.class)
                    .hasMessageContaining("<A/1>")
                    .hasMessageContaining("18 USD in ETH/USDT-ERC20")
                    .hasMessageContaining("openAnother");
        }
        assertThatThrownBy(() -> open("A/1", URL_REQUEST)).isInstanceOf(PaymentConflictException.class);
        assertThat(aurpay.created).hasValue(1);
    }

    @Test
    void opensAnotherOnRequest() {
        Payment first = open("A/1", REQUEST);

        Payment second = payments.openAnother("A/1", BITCOIN);

        assertThat(second).isNotEqualTo(first);
        assertThat(open("A/1", BITCOIN)).isEqualTo(second);
        assertThat(rows()).hasSize(2);
    }

    /** Two answers to the same question: the second one must not replace what the first one has opened. */
    @Test
    void opensOnePaymentInsteadOfAnotherOne() throws Exception {
        open("A/1", REQUEST);
        String first = rows().get(0).paymentId();
        List<Future<Payment>> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            TablePayments server = i % 2 == 0 ? payments : otherServer;
            answers.add(threads.submit(() -> server.openInsteadOf(first, "A/1", BITCOIN)));
        }
        for (Future<Payment> answer : answers) {
            assertThat(answer.get(60, SECONDS)).isEqualTo(answers.get(0).get());
        }

        assertThatThrownBy(() -> payments.openInsteadOf(first, "A/1", TETHER))
                .isInstanceOf(PaymentConflictException.class);
        assertThat(aurpay.created).hasValue(2);
    }

    @Test
    void opensNothingInsteadOfAPaidPayment() throws SQLException {
        record(open("A/1", REQUEST), OrderStatus.PARTIAL);
        String first = rows().get(0).paymentId();

        assertThatThrownBy(() -> payments.openInsteadOf(first, "A/1", BITCOIN))
                .isInstanceOf(PaymentConflictException.class)
                .hasMessageContaining("partial");
        assertThat(aurpay.created).hasValue(1);
    }

    /** The payment is paid after it was read, and before it is replaced. */
    @Test
    void doesNotForgetThatAReplacedPaymentWasPaid() throws SQLException {
        Payment first = open("A/1", REQUEST);
        List<OrderStatus> seen = new ArrayList<>();

        opening.open("A/1", Offer.of(BITCOIN, aurpay::createPayment), holder -> {
            seen.add(holder.status());
            if (seen.size() == 2) {
                recordUnchecked(first, OrderStatus.SUCCESS);
            }
            return true;
        });

        assertThat(seen).containsExactly(OrderStatus.PENDING, OrderStatus.PENDING, OrderStatus.SUCCESS);
        assertThat(row(String.valueOf(first.orderId())).status()).isEqualTo(OrderStatus.SUCCESS);
    }

    private void recordUnchecked(Payment payment, OrderStatus status) {
        try {
            record(payment, status);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void opensANewPaymentWhenTheOldOneCanNoLongerBePaid() {
        Payment first = open("A/1", REQUEST);
        now = now.plus(Duration.ofMinutes(32)).minusMillis(1);
        assertThat(open("A/1", REQUEST)).isEqualTo(first);
        now = now.plusMillis(1);
        assertThat(open("A/1", REQUEST)).isNotEqualTo(first);
    }

    /** No callback came, and no sweep has looked yet. */
    @Test
    void looksUpAnOldPaymentBeforeAnotherTakesItsPlace() throws SQLException {
        for (String status : List.of("SUCCESS", "RESOLVED", "PARTIAL")) {
            Payment first = open(status, REQUEST);
            pay(first, status);
            now = now.plus(Duration.ofMinutes(33));

            assertThat(open(status, REQUEST)).as(status).isEqualTo(first);
            assertThat(settled).contains(first.orderId() + " " + status);
        }
        Payment late = open("late", REQUEST);
        record(late, OrderStatus.OVERDUE);
        pay(late, "RESOLVED");
        assertThat(open("late", REQUEST)).isEqualTo(late);
        assertThat(aurpay.created).hasValue(4);
    }

    @Test
    void opensNothingInsteadOfAPaymentThatIsPaidAtAurpay() {
        Payment first = open("A/1", REQUEST);
        pay(first, "SUCCESS");
        String id = rows().get(0).paymentId();

        assertThatThrownBy(() -> payments.openInsteadOf(id, "A/1", BITCOIN))
                .isInstanceOf(PaymentConflictException.class)
                .hasMessageContaining("success");
        assertThat(aurpay.created).hasValue(1);
        assertThat(events).hasSize(1);
    }

    @Test
    void opensNothingIfNobodyKnowsWhetherTheOldPaymentWasPaid() {
        Payment first = open("A/1", REQUEST);
        now = now.plus(Duration.ofMinutes(33));
        AurpayException failure = AurpayException.builder("gone").build();
        aurpay.failures.put(String.valueOf(first.orderId()), failure);

        assertThatThrownBy(() -> open("A/1", REQUEST)).isSameAs(failure);
        assertThat(aurpay.created).hasValue(1);
    }

    @Test
    void showsNobodyAPaymentWithoutAnOrder() {
        aurpay.tellsOrderId = false;
        assertThatThrownBy(() -> open("A/1", REQUEST))
                .isInstanceOfSatisfying(AurpayException.class, e -> assertThat(e.outcomeUnknown())
                        .isTrue())
                .hasMessageStartingWith("the response to the payment has no order_id");
        assertThat(rows()).extracting(OpenPayment::status).containsExactly(OpenPayment.OUTCOME_UNKNOWN);

        aurpay.tellsOrderId = true;
        assertThat(open("A/1", REQUEST).orderId()).isNotNull();
    }

    @Test
    void doesNotGiveUpACallThatHasJustEnded() throws SQLException {
        List<OpenPayment> underWay = new ArrayList<>();
        aurpay.beforeResponse = () -> underWay.addAll(rows());
        Payment first = open("A/1", REQUEST);

        try (Connection connection = jta.getConnection()) {
            assertThat(table.release(connection, underWay.get(0), OrderStatus.PENDING))
                    .isFalse();
        }
        assertThat(open("A/1", REQUEST)).isEqualTo(first);
    }

    @Test
    void endsIfTheTableRejectsTheRowForAReasonOfItsOwn() throws SQLException {
        execute("alter table aurpay_payment add constraint no_other_coin check (coin is null)");
        threads.execute(() -> {
            sleep(600);
            now = now.plus(Duration.ofMinutes(2));
        });

        assertThatThrownBy(() -> open("A/1", REQUEST))
                .isInstanceOf(SettlementException.class)
                .hasMessageContaining("try again in a minute");
        assertThat(aurpay.created).hasValue(0);
    }

    /** The body of a callback is not signed. */
    @Test
    void unsignedOrderIdThatNoOrderCanHaveIsNotStored() throws Exception {
        for (String id : List.of("1".repeat(65), "a\u0000b", "\u20ac", "")) {
            PaymentUrl url = payments.open("A/" + id.length(), URL_REQUEST);
            OpenPayment row = rows().stream()
                    .filter(open -> open.originalReference().equals("A/" + id.length()))
                    .findFirst()
                    .orElseThrow();
            assertThat(url.payUrl()).isNotNull();

            callBack(row, Sample.order(Map.of("order_id", id)));
        }
        assertThat(rows()).hasSize(4).allSatisfy(row -> {
            assertThat(row.orderId()).isNull();
            assertThat(row.status()).isEqualTo(OrderStatus.SUCCESS);
        });
    }

    /** Events are recorded again as soon as the database is back. */
    @Test
    void databaseThatIsAwayIsNotTakenForAMissingTable() throws Exception {
        boolean[] away = {true};
        Connection broken = proxy(Connection.class, (proxy, method, given) -> {
            if (method.getName().equals("prepareStatement")) {
                throw new SQLException("the server is shutting down", "57P01");
            }
            return null;
        });
        DataSource database = proxy(DataSource.class, (proxy, method, given) -> away[0] ? broken : jta.getConnection());
        PaymentLedger own = PaymentLedger.of(table, database, new ShortTransaction(() -> jta, database));
        Payment payment = open("A/1", REQUEST);
        assertThatThrownBy(own::prepare).isInstanceOf(RetryLaterException.class);
        away[0] = false;

        own.prepare();
        own.record(new OrderSucceeded(
                Optional.empty(),
                "A/1",
                Optional.of(row(String.valueOf(payment.orderId())).paymentId()),
                Map.of(),
                now,
                Optional.empty(),
                Optional.empty()));

        assertThat(rows()).extracting(OpenPayment::status).containsExactly(OrderStatus.SUCCESS);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(PaymentsContract.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Test
    void whatWasGivenBackStaysSo() throws SQLException {
        Payment payment = open("A/1", REQUEST);
        record(payment, OrderStatus.REFUNDED);
        record(payment, OrderStatus.SUCCESS);

        assertThat(rows()).extracting(OpenPayment::status).containsExactly(OrderStatus.REFUNDED);
    }

    @Test
    void opensNoNewPaymentAfterThePaidOrUnderpaidOne() throws SQLException {
        for (OrderStatus status : List.of(OrderStatus.SUCCESS, OrderStatus.RESOLVED, OrderStatus.PARTIAL)) {
            Payment first = open(status.value(), REQUEST);
            record(first, status);
            now = now.plus(Duration.ofDays(3));
            assertThat(open(status.value(), REQUEST)).isEqualTo(first);
        }
        for (OrderStatus status :
                List.of(OrderStatus.OVERDUE, OrderStatus.TERMINATED, OrderStatus.FAILED, OrderStatus.REFUNDED)) {
            Payment first = open(status.value(), REQUEST);
            record(first, status);
            assertThat(open(status.value(), REQUEST)).isNotEqualTo(first);
        }
    }

    @Test
    void opensOnePaymentForManyCallsAtOnce() throws Exception {
        aurpay.beforeResponse = () -> sleep(300);
        List<Future<Payment>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(threads.submit(() -> open("A/1", REQUEST)));
        }
        Payment first = calls.get(0).get(90, SECONDS);
        for (Future<Payment> call : calls) {
            assertThat(call.get(90, SECONDS)).isEqualTo(first);
        }
        assertThat(aurpay.created).hasValue(1);
        assertThat(rows()).hasSize(1);
    }

    @Test
    void forgetsAPaymentThatAurpayRejects() {
        aurpay.failure = AurpayException.builder("no").code(400).httpStatus(200).build();
        assertThatThrownBy(() -> open("A/1", REQUEST)).isSameAs(aurpay.failure);
        assertThat(rows()).isEmpty();

        aurpay.failure = null;
        assertThat(open("A/1", REQUEST)).isNotNull();
    }

    @Test
    void keepsTheRowOfALostResponseAndOpensANewPayment() {
        aurpay.failure = AurpayException.builder("cut off").outcomeUnknown(true).build();
        assertThatThrownBy(() -> open("A/1", REQUEST)).isSameAs(aurpay.failure);
        assertThat(rows()).singleElement().extracting(OpenPayment::status).isEqualTo(OpenPayment.OUTCOME_UNKNOWN);

        aurpay.failure = null;
        assertThat(open("A/1", REQUEST)).isNotNull();
        assertThat(rows()).hasSize(2);
    }

    /** A server that dies after its call leaves a row without a response. */
    @Test
    void givesUpACallThatNeverEnds() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        aurpay.beforeResponse = () -> {
            aurpay.beforeResponse = () -> {};
            called.countDown();
            await(go);
        };
        Future<Payment> slow = threads.submit(() -> open("A/1", REQUEST));
        await(called);
        now = now.plus(Duration.ofMinutes(1));
        Payment second = open("A/1", REQUEST);
        go.countDown();

        assertThat(slow.get(90, SECONDS)).as("what the customer sees").isEqualTo(second);
        assertThat(aurpay.created).hasValue(2);
        assertThat(open("A/1", REQUEST)).isEqualTo(second);
    }

    @Test
    void showsNothingIfTheResponseCannotBeStored() {
        aurpay.beforeResponse = () -> jta.isDown = true;
        assertThatThrownBy(() -> open("A/1", REQUEST)).isInstanceOf(SettlementException.class);
        aurpay.beforeResponse = () -> {};
        jta.isDown = false;
        now = now.plus(Duration.ofMinutes(1));
        assertThat(open("A/1", REQUEST)).isNotNull();
        assertThat(aurpay.created).hasValue(2);
    }

    @Test
    void asksForNothingIfTheRowCannotBeStored() {
        jta.isDown = true;
        assertThatThrownBy(() -> open("A/1", REQUEST)).isInstanceOf(SettlementException.class);
        assertThat(aurpay.created).hasValue(0);
        jta.isDown = false;
    }

    @Test
    void rejectsCallbacksOfTheCaller() {
        Callbacks own = new Callbacks(URI.create("https://a/succeeded"), URI.create("https://a/timed-out"), false);
        assertThatThrownBy(() -> open("A/1", REQUEST.withCallbacks(own))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void looksUpNothingBeforeItIsDue() {
        open("A/1", REQUEST);
        now = Sample.NOW.plus(Duration.ofMinutes(35)).minusMillis(1);
        assertThat(sweep(10).looks()).isZero();
        now = now.plusMillis(1);
        assertThat(sweep(10).looks()).isEqualTo(1);
        assertThat(aurpay.lookedUp).hasSize(1);
    }

    @Test
    void looksUpAPendingOrderAtEachOfItsTimesAndThenNoMore() {
        open("A/1", REQUEST);
        List<Duration> looks = new ArrayList<>();
        for (Duration age = Duration.ZERO; age.toDays() < 5; age = age.plusMinutes(age.toHours() < 2 ? 5 : 60)) {
            now = Sample.NOW.plus(age);
            if (sweep(10).looks() > 0) {
                looks.add(age);
            }
        }
        assertThat(looks).isEqualTo(LOOKS.after());
        assertThat(rows().get(0).due()).isEqualTo(OpenPayment.NEVER);
    }

    @Test
    void settlesWhatIsPaidAndClosesIt() {
        Payment payment = open("A/1", REQUEST);
        pay(payment, "SUCCESS");
        now = now.plus(Duration.ofHours(2));

        SweepReport report = sweep(10);

        assertThat(report.paid()).isEqualTo(1);
        assertThat(report.complete()).isTrue();
        assertThat(settled).containsExactly(payment.orderId() + " SUCCESS");
        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.status()).isEqualTo(OrderStatus.SUCCESS);
            assertThat(row.due()).isEqualTo(OpenPayment.NEVER);
        });
    }

    @Test
    void looksAnUnderpaidOrderUpAgain() {
        Payment payment = open("A/1", REQUEST);
        pay(payment, "PARTIAL");
        now = Sample.NOW.plus(Duration.ofMinutes(40));
        sweep(10);
        pay(payment, "RESOLVED");
        now = Sample.NOW.plus(Duration.ofDays(2));
        sweep(10);

        assertThat(settled).containsExactly(payment.orderId() + " PARTIAL", payment.orderId() + " RESOLVED");
    }

    @Test
    void underpaidOrderThatAPersonAcceptsThreeDaysLaterIsUnderpaidThenPaid() {
        Payment payment = payments.open("A/1", REQUEST);
        pay(payment, "PARTIAL");
        now = now.plus(Duration.ofMinutes(36));
        assertThat(payments.sweep(10).underpaid()).isEqualTo(1);
        now = now.plus(Duration.ofDays(3));
        pay(payment, "RESOLVED");

        assertThat(payments.sweep(10).paid()).isEqualTo(1);
        assertThat(payments.sweep(10).looks()).isZero();
        assertThat(events).hasExactlyElementsOfTypes(OrderUnderpaid.class, OrderSucceeded.class);
    }

    @Test
    void listsManyOrdersAndLooksUpOnlyTheRest() {
        List<Payment> payments = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            payments.add(open("A/" + i, REQUEST));
            now = now.plusMillis(500);
        }
        payments.forEach(payment -> pay(payment, "SUCCESS"));
        now = now.plus(Duration.ofHours(1));

        SweepReport report = sweep(5000);

        assertThat(report.looks()).isEqualTo(150);
        assertThat(report.paid()).isEqualTo(150);
        assertThat(aurpay.lookedUp).isEmpty();
        assertThat(report.requests()).isEqualTo(aurpay.listed.size()).isLessThanOrEqualTo(150 / 50);
    }

    /** The first page has none of the orders that are looked for. */
    @Test
    void listsManyOrdersBesideManyOthers() {
        for (int i = 0; i < 200; i++) {
            now = Sample.NOW.plusMillis(i < 120 ? i : 1000 + i);
            open("A/" + i, REQUEST);
        }
        now = now.plus(Duration.ofHours(1));

        SweepReport report = sweep(100);

        assertThat(report.looks()).isEqualTo(100);
        assertThat(aurpay.lookedUp).isEmpty();
        assertThat(report.requests()).isEqualTo(2);
    }

    @Test
    void listsNoMorePagesThanAreWorthIt() {
        for (int i = 0; i < 100; i++) {
            open("A/" + i, REQUEST);
        }
        for (int i = 0; i < 5000; i++) {
            aurpay.createPayment(REQUEST);
        }
        now = now.plus(Duration.ofHours(1));

        SweepReport report = sweep(100);

        assertThat(aurpay.listed).hasSize(2);
        assertThat(report.looks()).isEqualTo(100);
        assertThat(report.requests()).isEqualTo(2 + aurpay.lookedUp.size());
    }

    private static AurpayException tooManyCalls(Duration retryAfter) {
        return AurpayException.builder("busy")
                .httpStatus(429)
                .unavailable(true)
                .retryAfter(retryAfter)
                .build();
    }

    @Test
    void endsWhileAurpayIsAbsentAndLosesNothing() {
        open("A/1", REQUEST);
        open("A/2", REQUEST);
        now = now.plus(Duration.ofHours(1));
        aurpay.failure = tooManyCalls(Duration.ofMinutes(10));

        SweepReport report = sweep(10);

        assertThat(report.complete()).isFalse();
        assertThat(report.retryAfter()).contains(Duration.ofMinutes(10));
        assertThat(report.requests()).isEqualTo(1);
        aurpay.failure = null;
        assertThat(sweep(10).looks()).as("before Aurpay may be asked again").isZero();
        now = now.plus(Duration.ofMinutes(10));
        assertThat(sweep(10).looks()).isEqualTo(2);
    }

    /** The others come first next time. */
    @Test
    void orderThatCannotBeLookedUpDoesNotHoldTheOthersUp() {
        Payment bad = open("A/1", REQUEST);
        now = now.plusSeconds(1);
        Payment good = open("A/2", REQUEST);
        pay(good, "SUCCESS");
        now = now.plus(Duration.ofHours(1));
        aurpay.failures.put(
                String.valueOf(bad.orderId()),
                AurpayException.builder("busy")
                        .httpStatus(503)
                        .unavailable(true)
                        .build());

        assertThat(sweep(10).paid()).isZero();
        assertThat(sweep(10).paid()).isEqualTo(1);
        now = now.plus(Duration.ofMinutes(5));
        assertThat(sweep(10).failed()).as("after the claim").isEqualTo(1);
    }

    @Test
    void orderThatAurpayDoesNotKnowIsLookedUpAtItsTimesOnly() {
        Payment gone = open("A/1", REQUEST);
        aurpay.failures.put(
                String.valueOf(gone.orderId()),
                AurpayException.builder("gone").code(404).build());
        now = now.plus(Duration.ofMinutes(36));
        assertThat(sweep(10).failed()).isEqualTo(1);
        now = now.plus(Duration.ofMinutes(10));
        assertThat(sweep(10).looks()).isZero();
        now = now.plus(Duration.ofDays(1));
        assertThat(sweep(10).failed()).isEqualTo(1);
        now = now.plus(Duration.ofDays(100));
        assertThat(sweep(10).looks()).as("after the last time").isZero();
    }

    @Test
    void settlesNoPaymentWithAnotherOrder() {
        Payment payment = open("A/1", REQUEST);
        String other = aurpay.payByUrl("18", "USD");
        aurpay.instead.put(String.valueOf(payment.orderId()), other);
        now = now.plus(Duration.ofMinutes(36));

        assertThat(sweep(10).failed()).isEqualTo(1);
        assertThat(settled).isEmpty();
        aurpay.instead.clear();
        pay(payment, "SUCCESS");
        now = now.plus(Duration.ofHours(1));
        assertThat(sweep(10).paid()).isEqualTo(1);
    }

    @Test
    void waitsNoLongerThanAnHourWhateverAurpayAsksFor() {
        open("A/1", REQUEST);
        now = now.plus(Duration.ofHours(1));
        aurpay.failure = tooManyCalls(Duration.ofDays(10_000));
        assertThat(sweep(10).retryAfter()).contains(Duration.ofHours(1));
        aurpay.failure = null;

        now = now.plus(Duration.ofHours(1));
        assertThat(sweep(10).looks()).isEqualTo(1);
    }

    @Test
    void troubleWithOneOrderEndsItsLookOnly() {
        Payment bad = open("A/1", REQUEST);
        Payment good = open("A/2", REQUEST);
        pay(bad, "SUCCESS");
        pay(good, "SUCCESS");
        now = now.plus(Duration.ofHours(1));
        settler = (callbacks, order) -> {
            if (Objects.equals(order.orderId(), bad.orderId())) {
                throw new SettlementException("no stock", null);
            }
            return settle(callbacks, order);
        };

        SweepReport report = sweep(10);

        assertThat(report.paid()).isEqualTo(1);
        assertThat(report.failed()).isEqualTo(1);
        settler = this::settle;
        assertThat(sweep(10).looks()).as("within the claim").isZero();
        now = now.plus(Duration.ofMinutes(5));
        assertThat(sweep(10).paid()).isEqualTo(1);
    }

    @Test
    void severalSweepsAtOnceLookEachPaymentUpOnce() throws Exception {
        for (int i = 0; i < 60; i++) {
            pay(open("A/" + i, REQUEST), "SUCCESS");
        }
        now = now.plus(Duration.ofHours(1));
        List<Future<SweepReport>> sweeps = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            sweeps.add(threads.submit(() -> sweep(60)));
        }
        int looks = 0;
        for (Future<SweepReport> sweep : sweeps) {
            looks += sweep.get(90, SECONDS).looks();
        }
        assertThat(looks).isEqualTo(60);
        assertThat(settled).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void looksUpNoMoreThanAskedFor() {
        for (int i = 0; i < 5; i++) {
            open("A/" + i, REQUEST);
        }
        now = now.plus(Duration.ofHours(2));

        SweepReport report = sweep(3);

        assertThat(report.looks()).isEqualTo(3);
        assertThat(report.complete()).isFalse();
        assertThat(sweep(3).complete()).isTrue();
        assertThatThrownBy(() -> sweep(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
