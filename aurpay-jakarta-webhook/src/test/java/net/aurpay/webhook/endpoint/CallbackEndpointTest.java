package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import net.aurpay.client.Order;
import net.aurpay.webhook.CallbackRejected;
import net.aurpay.webhook.OrderEvent;
import net.aurpay.webhook.OrderSucceeded;
import net.aurpay.webhook.OrderTimedOut;
import net.aurpay.webhook.OrderUnderpaid;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.inbox.DuplicateException;
import net.aurpay.webhook.inbox.Inbox;
import net.aurpay.webhook.inbox.InboxConfig;
import net.aurpay.webhook.inbox.InboxEntry;
import net.aurpay.webhook.inbox.InboxStatus;
import net.aurpay.webhook.testing.SignedCallback;
import net.aurpay.webhook.verification.AuthenticationFactor;
import net.aurpay.webhook.verification.CallbackKind;
import net.aurpay.webhook.verification.RejectionReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackEndpointTest {
    private static final String ORDER = Sample.resource("order.json");
    private static final String OTHER_PAYMENT = "ffffffffffffffffffffffffffffffff";

    private FakeTransaction transaction = new FakeTransaction();
    private final FakeObservers observers = new FakeObservers();
    private final Inbox inbox = Inbox.inMemory(
            new InboxConfig(Optional.empty(), "", 100, Duration.ofDays(1), Optional.empty()), Sample.CLOCK);
    private final CallbackEndpoint endpoint = endpoint(Optional.empty());

    @Test
    void firesInsideTransactionAndAnswersAfterCommit() {
        List<Boolean> active = new ArrayList<>();
        observers.reaction = event -> active.add(transaction.isActive());

        assertThat(get(Sample.PAID)).isEqualTo(200);

        assertThat(active).containsExactly(true);
        assertThat(transaction.calls).containsExactly("begin", "commit");
        assertThat(observers.fired).singleElement().isInstanceOfSatisfying(OrderSucceeded.class, event -> {
            assertThat(event.reference()).isEqualTo("A/1");
            assertThat(event.paymentId()).contains(Sample.PAYMENT);
            assertThat(event.date()).isEqualTo(Sample.NOW);
            assertThat(event.unverifiedOrder()).isEmpty();
            assertThat(event.order()).isEmpty();
            assertThat(event.covers(new BigDecimal("100"), "USD")).isFalse();
        });
        assertThat(observers.firedAsync).isEqualTo(observers.fired);
    }

    @Test
    void firesTimeOut() {
        assertThat(get(Sample.TIMED_OUT)).isEqualTo(200);
        assertThat(observers.fired).singleElement().isInstanceOf(OrderTimedOut.class);
    }

    @Test
    void readsTheOrderFromAPost() {
        assertThat(post(Sample.PAID, ORDER)).isEqualTo(200);
        assertThat(observers.fired.get(0).unverifiedOrder().map(Order::orderId)).contains(Sample.ORDER_ID);
    }

    @Test
    void neverReadsTheBodyOfAForgedCallbackAndFiresNothing() {
        BrokenStream untouched = new BrokenStream();
        Delivery forged = new Delivery(
                CallbackKind.SUCCEEDED,
                Sample.PAID + "0",
                Sample.headers(Sample.signed(Sample.PAID)),
                Optional.of(untouched));

        assertThat(endpoint.answer(forged).status()).isEqualTo(401);
        assertThat(untouched.touched).isFalse();
        assertThat(observers.fired).isEmpty();
        assertThat(observers.rejected).isEmpty();
        assertThat(transaction.calls).isEmpty();
    }

    @Test
    void rejectsATimeOutAtTheResourceOfSuccesses() {
        Delivery crossed = new Delivery(
                CallbackKind.SUCCEEDED,
                Sample.TIMED_OUT,
                Sample.headers(Sample.signed(Sample.TIMED_OUT)),
                Optional.empty());
        assertThat(endpoint.answer(crossed).status()).isEqualTo(401);
        assertThat(observers.fired).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "null", "<html>", "{\"amount\":{}}", "order_id=1", "{\"order_id\":5e99}"})
    void neverRejectsBecauseOfAnInvalidBody(String body) {
        assertThat(post(Sample.PAID, body)).isEqualTo(200);
        assertThat(observers.fired).singleElement().satisfies(event -> assertThat(
                        event.unverifiedOrder().map(Order::orderId))
                .isEmpty());
    }

    @Test
    void neverRejectsBecauseOfALargeDeepOrBrokenBody() {
        assertThat(post(url("/succeeded", "1"), "[".repeat(60_000))).isEqualTo(200);
        assertThat(post(url("/succeeded", "2"), " ".repeat(70_000))).isEqualTo(200);
        assertThat(send(Sample.signed(url("/succeeded", "3")), Optional.of(new BrokenStream()), endpoint))
                .isEqualTo(200);
        assertThat(observers.fired).hasSize(3).allSatisfy(event -> assertThat(event.unverifiedOrder())
                .isEmpty());
    }

    @Test
    void readsNoMoreOfABodyThanItsLimit() {
        int bound = 64 * 1024;
        String fits = ORDER + " ".repeat(bound - ORDER.length());
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream((fits + " ").getBytes(StandardCharsets.UTF_8)), new BrokenStream());

        try (LoggedLines logged = LoggedLines.of(CallbackEndpoint.class)) {
            assertThat(post(url("/succeeded", "1"), fits)).isEqualTo(200);
            assertThat(post(url("/succeeded", "2"), fits + " ")).isEqualTo(200);
            assertThat(send(Sample.signed(url("/succeeded", "3")), Optional.of(endless), endpoint))
                    .isEqualTo(200);

            assertThat(logged.lines())
                    .filteredOn(line -> line.contains("max-body-size"))
                    .hasSize(2);
        }
        assertThat(observers.fired)
                .extracting(event -> event.unverifiedOrder().isPresent())
                .containsExactly(true, false, false);
    }

    @Test
    void answersRepeatedCallbackWithoutAnEvent() {
        assertThat(get(Sample.PAID)).isEqualTo(200);
        assertThat(get(Sample.PAID)).isEqualTo(200);
        assertThat(send(Sample.signed(Sample.PAID).withDate(Sample.NOW.plusSeconds(1)), Optional.empty(), endpoint))
                .isEqualTo(200);
        assertThat(observers.fired).hasSize(1);
    }

    /** An attacker who has captured a callback could send it again with a body that never ends, to tie up threads. */
    @Test
    void neverReadsTheBodyOfARepeatedCallback() {
        CallbackEndpoint confirming = endpoint(Optional.of(id -> Sample.order(Map.of("status", "SUCCESS"))));
        for (CallbackEndpoint each : List.of(endpoint, confirming)) {
            BrokenStream untouched = new BrokenStream();
            assertThat(send(Sample.signed(Sample.PAID), body(ORDER), each)).isEqualTo(200);
            assertThat(send(Sample.signed(Sample.PAID), Optional.of(untouched), each))
                    .isEqualTo(200);
            assertThat(send(Sample.signed(Sample.TIMED_OUT), Optional.of(untouched), each))
                    .isEqualTo(200);
            assertThat(untouched.touched).isFalse();
        }
        assertThat(observers.fired).hasSize(1);
    }

    @Test
    void firesAgainAfterObserverFailed() {
        observers.reaction = event -> {
            throw new AssertionError("no stock");
        };
        assertThat(get(Sample.PAID)).isEqualTo(500);
        assertThat(transaction.calls).containsExactly("begin", "rollback");
        assertThat(observers.firedAsync).isEmpty();

        observers.reaction = event -> {};
        assertThat(get(Sample.PAID)).isEqualTo(200);
        assertThat(observers.fired).hasSize(2);
    }

    @Test
    void answers500IfObserverMarksTransactionForRollback() {
        observers.reaction = event -> transaction.setRollbackOnly();

        assertThat(get(Sample.PAID)).isEqualTo(500);
        assertThat(transaction.calls).containsExactly("begin", "rollback");
        assertThat(observers.firedAsync).isEmpty();
    }

    @Test
    void answers500IfObserverEndsTransaction() {
        observers.reaction = event -> transaction.rollback();
        assertThat(get(Sample.PAID)).isEqualTo(500);
    }

    @Test
    void answers500IfCommitFailsAndFiresAgain() {
        transaction.failsToCommit = true;
        assertThat(get(Sample.PAID)).isEqualTo(500);
        assertThat(observers.firedAsync).isEmpty();

        transaction.failsToCommit = false;
        assertThat(get(Sample.PAID)).isEqualTo(200);
    }

    @Test
    void firesNothingWithoutTransaction() {
        transaction.failsToBegin = true;
        assertThat(get(Sample.PAID)).isEqualTo(503);
        assertThat(observers.fired).isEmpty();
    }

    @Test
    void answers503WhileFirstDeliveryIsInProgress() {
        List<Integer> second = new ArrayList<>();
        observers.reaction = event -> {
            observers.reaction = again -> {};
            FakeTransaction first = transaction;
            transaction = new FakeTransaction();
            second.add(get(Sample.PAID));
            second.add(get(Sample.TIMED_OUT));
            transaction = first;
        };
        assertThat(get(Sample.PAID)).isEqualTo(200);
        assertThat(second).containsExactly(503, 503);
        assertThat(observers.fired).hasSize(1);
    }

    @Test
    void answers503IfADuplicateCannotBeFoundAfterwards() {
        Inbox contended = new FakeTableInbox() {
            @Override
            public InboxStatus status(InboxEntry entry) {
                return InboxStatus.NEW;
            }

            @Override
            public void insert(InboxEntry entry) throws DuplicateException {
                throw new DuplicateException(null);
            }

            @Override
            public void afterCompletion(InboxEntry entry, boolean committed) {
                throw new AssertionError("completed what was never inserted");
            }
        };
        CallbackEndpoint slower = endpoint(Map.of(), Optional.empty(), contended);
        assertThat(send(Sample.signed(Sample.PAID), Optional.empty(), slower)).isEqualTo(503);
        assertThat(transaction.calls).containsExactly("begin", "rollback");
        assertThat(observers.fired).isEmpty();
    }

    @Test
    void firesTwoPaymentsOfOneReference() {
        assertThat(get(url("/succeeded", Sample.PAYMENT))).isEqualTo(200);
        assertThat(get(url("/succeeded", OTHER_PAYMENT))).isEqualTo(200);
        assertThat(observers.fired).hasSize(2);
    }

    @Test
    void firesNoTimeOutAfterSuccessButSuccessAfterTimeOut() {
        assertThat(get(Sample.PAID)).isEqualTo(200);
        assertThat(get(Sample.TIMED_OUT)).isEqualTo(200);
        assertThat(observers.fired).singleElement().isInstanceOf(OrderSucceeded.class);

        assertThat(get(url("/timed-out", OTHER_PAYMENT))).isEqualTo(200);
        assertThat(get(url("/succeeded", OTHER_PAYMENT))).isEqualTo(200);
        assertThat(observers.fired).hasSize(3);
    }

    @Test
    void distinguishesCallbacksWithoutPaymentIdByTheirDate() {
        SignedCallback bare = Sample.signed("/succeeded?reference=1");
        assertThat(send(bare, Optional.empty(), endpoint)).isEqualTo(200);
        assertThat(send(bare, Optional.empty(), endpoint)).isEqualTo(200);
        assertThat(send(bare.withDate(Sample.NOW.plusSeconds(1)), Optional.empty(), endpoint))
                .isEqualTo(200);
        assertThat(observers.fired).hasSize(2);
    }

    @Test
    void logsWhatHadNoEffect() {
        try (LoggedLines logged = LoggedLines.of(CallbackEndpoint.class);
                LoggedLines rejected = LoggedLines.of(Rejections.class)) {
            post(Sample.PAID, "[]");
            get(Sample.TIMED_OUT);
            send(stale(Sample.PAID), Optional.empty(), endpoint);

            assertThat(logged.lines())
                    .containsExactly(
                            "callback SUCCEEDED of reference <A/1>: the body is not a JSON object",
                            "callback SUCCEEDED of reference <A/1> processed: payment <" + Sample.PAYMENT + ">");
            assertThat(rejected.lines())
                    .containsExactly(
                            "callback TIMED_OUT of reference <A/1> after the payment's success: no event",
                            "callback SUCCEEDED of reference <A/1> is authentic and was rejected: DATE_STALE, dated"
                                    + " <2026-11-21T12:00:00Z>, PT48H old, the maximal age is PT24H; a replay, or a late"
                                    + " retry: aurpay.webhook.max-age says how old a callback may be");
        }
    }

    @Test
    void hugeNumberInTheBodyIsLoggedAndTheOrderLeftOut() {
        try (LoggedLines logged = LoggedLines.of(CallbackEndpoint.class)) {
            post(Sample.PAID, "{\"amount\":1e999999999}");

            assertThat(observers.fired).singleElement().satisfies(event -> assertThat(event.unverifiedOrder())
                    .isEmpty());
            assertThat(logged.lines().get(0)).contains("is not a valid order", "<amount>");
        }
    }

    @Test
    void logsALineForEachProcessedCallback() {
        CallbackEndpoint confirming = endpoint(Optional.of(id -> Sample.order(Map.of("status", "SUCCESS"))));
        try (LoggedLines logged = LoggedLines.of(CallbackEndpoint.class)) {
            post(Sample.PAID, ORDER);
            send(Sample.signed(url("/succeeded", OTHER_PAYMENT)), body(ORDER), confirming);
            assertThat(logged.lines())
                    .containsExactly(
                            "callback SUCCEEDED of reference <A/1> processed: payment <" + Sample.PAYMENT
                                    + ">, unverified order <" + Sample.ORDER_ID + ">",
                            "callback SUCCEEDED of reference <1> processed: payment <" + OTHER_PAYMENT + ">, order <"
                                    + Sample.ORDER_ID + ">");
        }
    }

    @Test
    void logsOneLineForAllReplaysOfACallbackAndFiresAnEventForEach() {
        CallbackEndpoint confirming = endpoint(Optional.of(id -> Sample.order(Map.of("status", "OVERDUE"))));
        try (LoggedLines rejected = LoggedLines.of(Rejections.class)) {
            for (int i = 0; i < 300; i++) {
                assertThat(send(stale(Sample.PAID), body(ORDER), endpoint)).isEqualTo(401);
                assertThat(send(Sample.signed(Sample.PAID).withDate("2026"), Optional.empty(), endpoint))
                        .isEqualTo(401);
                assertThat(send(Sample.signed(Sample.PAID), body("{\"order_id\":" + i + "}"), confirming))
                        .isEqualTo(409);
            }
            assertThat(rejected.lines()).hasSize(3);
        }
        assertThat(observers.rejected).hasSize(900);
    }

    @Test
    void logsRepeatedTimeOutsAfterTheSuccessOnce() {
        assertThat(get(Sample.PAID)).isEqualTo(200);
        try (LoggedLines superseded = LoggedLines.of(Rejections.class)) {
            for (int i = 0; i < 300; i++) {
                assertThat(get(Sample.TIMED_OUT)).isEqualTo(200);
            }
            assertThat(superseded.lines()).hasSize(1);
        }
    }

    @Test
    void logsEachPaymentOfAUrlThatServesMany() {
        SignedCallback bare = stale("/succeeded?reference=1");
        try (LoggedLines rejected = LoggedLines.of(Rejections.class)) {
            send(bare, Optional.empty(), endpoint);
            send(bare, Optional.empty(), endpoint);
            send(bare.withDate(Sample.NOW.minus(Duration.ofDays(3))), Optional.empty(), endpoint);

            assertThat(rejected.lines()).hasSize(2);
        }
    }

    /** If the server fails, for example at a header that it cannot decode, its error page must not be shown. */
    @Test
    void answersABare500IfTheVerifierCannotReadTheRequest() {
        Delivery unreadable = new Delivery(
                CallbackKind.SUCCEEDED,
                Sample.PAID,
                name -> {
                    throw new IllegalStateException("no such charset");
                },
                Optional.empty());
        try (LoggedLines logged = LoggedLines.of(Rejections.class)) {
            assertThat(endpoint.answer(unreadable).status()).isEqualTo(500);
            assertThat(endpoint.answer(unreadable).status()).isEqualTo(500);
            assertThat(logged.lines()).containsExactly("a callback could not be verified");
        }
        assertThat(observers.fired).isEmpty();
    }

    @Test
    void reportsStaleCallbackOutsideAnyTransaction() {
        assertThat(send(stale(Sample.PAID), Optional.empty(), endpoint)).isEqualTo(401);
        assertThat(observers.fired).isEmpty();
        assertThat(transaction.calls).isEmpty();
        assertThat(observers.rejected).singleElement().satisfies(event -> {
            assertThat(event.reason()).isEqualTo(RejectionReason.DATE_STALE);
            assertThat(event.kind()).isEqualTo(CallbackKind.SUCCEEDED);
            assertThat(event.reference()).isEqualTo("A/1");
            assertThat(event.paymentId()).contains(Sample.PAYMENT);
            assertThat(event.date()).isEqualTo(Sample.NOW.minus(Duration.ofDays(2)));
            assertThat(event.unverifiedOrder()).isEmpty();
        });
    }

    @Test
    void reportsTheOrderOfARejectedCallbackSoThatItsPaymentCanBeFound() {
        CallbackEndpoint confirming = endpoint(Optional.of(id -> Sample.order(Map.of("status", "OVERDUE"))));

        assertThat(send(stale(Sample.PAID), body(ORDER), endpoint)).isEqualTo(401);
        assertThat(send(Sample.signed(Sample.PAID), body(ORDER), confirming)).isEqualTo(409);

        assertThat(observers.rejected)
                .extracting(event -> event.unverifiedOrder().map(Order::orderId))
                .containsExactly(Optional.of(Sample.ORDER_ID), Optional.of(Sample.ORDER_ID));
        assertThat(observers.rejected)
                .extracting(CallbackRejected::date)
                .containsExactly(Sample.NOW.minus(Duration.ofDays(2)), Sample.NOW);
    }

    @Test
    void datesARejectedCallbackByItsArrivalIfItsDateCannotBeRead() {
        assertThat(send(Sample.signed(Sample.PAID).withDate("2026-11-23"), body(ORDER), endpoint))
                .isEqualTo(401);

        assertThat(observers.rejected).singleElement().satisfies(event -> {
            assertThat(event.reason()).isEqualTo(RejectionReason.DATE_UNREADABLE);
            assertThat(event.date()).isEqualTo(Sample.NOW);
            assertThat(event.unverifiedOrder().map(Order::orderId)).contains(Sample.ORDER_ID);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "<html>", "{\"amount\":{}}", "order_id=1"})
    void reportsARejectedCallbackEvenIfItsBodyIsInvalid(String body) {
        assertThat(send(stale(Sample.PAID), body(body), endpoint)).isEqualTo(401);
        assertThat(send(stale(Sample.PAID), Optional.of(new BrokenStream()), endpoint))
                .isEqualTo(401);

        assertThat(observers.rejected).hasSize(2).allSatisfy(event -> assertThat(event.unverifiedOrder())
                .isEmpty());
    }

    @Test
    void firesAnUnderpaidOrderOnceAndItsSuccessAfterwards() {
        String[] state = {"PARTIAL"};
        CallbackEndpoint confirming = endpoint(Optional.of(id -> Sample.order(Map.of("status", state[0]))));

        assertThat(send(Sample.signed(Sample.TIMED_OUT), body(ORDER), confirming))
                .isEqualTo(200);
        assertThat(send(Sample.signed(Sample.TIMED_OUT), body(ORDER), confirming))
                .isEqualTo(200);
        state[0] = "RESOLVED";
        assertThat(send(Sample.signed(Sample.PAID), body(ORDER), confirming)).isEqualTo(200);
        state[0] = "PARTIAL";
        assertThat(send(Sample.signed(Sample.TIMED_OUT), body(ORDER), confirming))
                .isEqualTo(200);

        assertThat(observers.fired)
                .extracting(OrderEvent::getClass)
                .containsExactly(OrderUnderpaid.class, OrderSucceeded.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/succeeded, SUCCESS, 200,",
        "/succeeded, RESOLVED, 200,",
        "/timed-out, OVERDUE, 200,",
        "/timed-out, TERMINATED, 200,",
        "/succeeded, PENDING, 503,",
        "/timed-out, PENDING, 503,",
        "/succeeded, PARTIAL, 503,",
        "/timed-out, PARTIAL, 200,",
        "/timed-out, FAILED, 200,",
        "/succeeded, OVERDUE, 409, ORDER_STATUS_UNFIT",
        "/timed-out, REFUNDED, 409, ORDER_STATUS_UNFIT",
        "/succeeded, REFUNDED, 409, ORDER_STATUS_UNFIT",
        "/succeeded, SOMETHING_NEW, 409, ORDER_STATUS_UNFIT",
        "/timed-out, SUCCESS, 409, ORDER_STATUS_UNFIT",
        "/timed-out, RESOLVED, 409, ORDER_STATUS_UNFIT"
    })
    void confirmsByTheStatusThatAurpayReports(String path, String state, int status, RejectionReason reason) {
        CallbackEndpoint confirming = endpoint(Optional.of(id -> Sample.order(Map.of("status", state))));

        assertThat(send(Sample.signed(url(path, Sample.PAYMENT)), body(ORDER), confirming))
                .isEqualTo(status);
        assertThat(observers.fired).hasSize(status == 200 ? 1 : 0);
        assertThat(observers.rejected.stream().map(CallbackRejected::reason).toList())
                .isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @Test
    void looksUpTheOrderOutsideTheTransaction() {
        List<Boolean> active = new ArrayList<>();
        CallbackEndpoint confirming = endpoint(Optional.of(id -> {
            active.add(transaction.isActive());
            return Sample.order(Map.of("status", "SUCCESS"));
        }));
        assertThat(send(Sample.signed(Sample.PAID), body(ORDER), confirming)).isEqualTo(200);
        assertThat(active).containsExactly(false);
    }

    @Test
    void tellsWhetherTheOrderCoversThePrice() {
        CallbackEndpoint confirming = endpoint(Optional.of(id -> Sample.order(Map.of("status", "SUCCESS"))));
        assertThat(send(Sample.signed(Sample.PAID), body(ORDER), confirming)).isEqualTo(200);

        OrderEvent event = observers.fired.get(0);
        assertThat(event.covers(new BigDecimal("100"), "USD")).isTrue();
        assertThat(event.covers(new BigDecimal("100.00"), "USD")).isTrue();
        assertThat(event.covers(new BigDecimal("100.01"), "USD")).isFalse();
        assertThat(event.covers(new BigDecimal("100"), "EUR")).isFalse();
    }

    @Test
    void coversNothingThatWasNotPaid() {
        CallbackEndpoint confirming = endpoint(Optional.of(id -> Sample.order(Map.of("status", "OVERDUE"))));
        assertThat(send(Sample.signed(Sample.TIMED_OUT), body(ORDER), confirming))
                .isEqualTo(200);

        OrderEvent event = observers.fired.get(0);
        assertThat(event.order()).isPresent();
        assertThat(event.covers(new BigDecimal("100"), "USD")).isFalse();
    }

    @Test
    void confirmsNothingWithoutOrderId() {
        CallbackEndpoint confirming = endpoint(Optional.of(id -> Sample.order(Map.of("status", "SUCCESS"))));
        for (Optional<InputStream> body : List.of(
                Optional.<InputStream>empty(), body(""), body("{}"), body("{\"order_id\":\"../x\"}"), body("x"))) {
            assertThat(send(Sample.signed(Sample.PAID), body, confirming)).isEqualTo(409);
        }
        assertThat(observers.fired).isEmpty();
        assertThat(observers.rejected).hasSize(5).allSatisfy(event -> assertThat(event.reason())
                .isEqualTo(RejectionReason.ORDER_ID_MISSING));
    }

    @Test
    void confirmsNoOtherOrderThanTheOneAskedFor() {
        CallbackEndpoint confirming = endpoint(
                Optional.of(id -> Sample.order(Map.of("status", "SUCCESS", "order_id", "20250207040935220629"))));
        assertThat(send(Sample.signed(Sample.PAID), body(ORDER), confirming)).isEqualTo(409);
    }

    @Test
    void confirmsOrderOfConfiguredUserOnly() {
        Function<String, Order> lookUp = id -> Sample.order(Map.of("status", "SUCCESS"));
        CallbackEndpoint mine = endpoint(
                Map.of("aurpay.webhook.confirm", "true", "aurpay.webhook.user-id", "mct-bea5c44da875"),
                Optional.of(lookUp));
        CallbackEndpoint other = endpoint(
                Map.of("aurpay.webhook.confirm", "true", "aurpay.webhook.user-id", "mct-other"), Optional.of(lookUp));

        assertThat(send(Sample.signed(Sample.PAID), body(ORDER), other)).isEqualTo(409);
        assertThat(observers.rejected.get(0).reason()).isEqualTo(RejectionReason.ORDER_OF_OTHER_USER);
        assertThat(send(Sample.signed(Sample.PAID), body(ORDER), mine)).isEqualTo(200);
    }

    @Test
    void confirmsOnlyOnePaymentWithAnOrder() {
        CallbackEndpoint confirming = endpoint(Optional.of(id -> Sample.order(Map.of("status", "SUCCESS"))));

        assertThat(send(Sample.signed(Sample.PAID), body(ORDER), confirming)).isEqualTo(200);
        assertThat(send(Sample.signed(url("/succeeded", OTHER_PAYMENT)), body(ORDER), confirming))
                .isEqualTo(409);
        assertThat(observers.rejected).singleElement().satisfies(event -> assertThat(event.reason())
                .isEqualTo(RejectionReason.ORDER_OF_OTHER_PAYMENT));
        assertThat(observers.fired).hasSize(1);
    }

    @Test
    void confirmsSuccessAfterTimeOutOfTheSameOrder() {
        String[] state = {"OVERDUE"};
        CallbackEndpoint confirming = endpoint(Optional.of(id -> Sample.order(Map.of("status", state[0]))));

        assertThat(send(Sample.signed(Sample.TIMED_OUT), body(ORDER), confirming))
                .isEqualTo(200);
        state[0] = "RESOLVED";
        assertThat(send(Sample.signed(url("/succeeded", OTHER_PAYMENT)), body(ORDER), confirming))
                .isEqualTo(409);
        assertThat(send(Sample.signed(Sample.PAID), body(ORDER), confirming)).isEqualTo(200);
        assertThat(observers.fired).hasSize(2);
    }

    @Test
    void distinguishesCallbacksWithoutPaymentIdByTheirConfirmedOrder() {
        CallbackEndpoint confirming = endpoint(Optional.of(id -> Sample.order(Map.of("status", "SUCCESS"))));
        SignedCallback bare = Sample.signed("/succeeded?reference=1");

        assertThat(send(bare, body(ORDER), confirming)).isEqualTo(200);
        assertThat(send(bare.withDate(Sample.NOW.plusSeconds(1)), body(ORDER), confirming))
                .isEqualTo(200);
        assertThat(observers.fired).hasSize(1);
    }

    @Test
    void answers503IfTheLookUpFails() {
        CallbackEndpoint confirming = endpoint(Optional.of(id -> {
            throw new IllegalStateException("connection refused");
        }));
        assertThat(send(Sample.signed(Sample.PAID), body(ORDER), confirming)).isEqualTo(503);
        assertThat(observers.fired).isEmpty();
        assertThat(observers.rejected).isEmpty();
    }

    @Test
    void logsThatATransactionWasBegunBeforeTheCallback() {
        transaction.begin();

        try (LoggedLines logged = LoggedLines.of(CallbackEndpoint.class)) {
            assertThat(get(Sample.PAID)).isEqualTo(500);

            assertThat(logged.lines()).anyMatch(line -> line.contains("a transaction was begun before the callback"));
        }
        assertThat(observers.fired).isEmpty();
        assertThat(transaction.isActive())
                .as("left active for the filter that began it")
                .isTrue();
    }

    @Test
    void firesWithoutTheBodyThatAFilterHasReadAndNamesTheCause() {
        try (LoggedLines logged = LoggedLines.of(CallbackEndpoint.class)) {
            assertThat(consumed(endpoint)).isEqualTo(200);

            assertThat(logged.lines()).anyMatch(line -> line.contains("a servlet filter in front of the endpoint"));
        }
        assertThat(observers.fired).singleElement().satisfies(event -> assertThat(event.unverifiedOrder())
                .isEmpty());
    }

    @Test
    void answers503IfAFilterHasReadTheBodyThatConfirmationNeeds() {
        CallbackEndpoint confirming = endpoint(Optional.of(id -> {
            throw new AssertionError("nothing to look up");
        }));
        try (LoggedLines logged = LoggedLines.of(CallbackEndpoint.class)) {
            assertThat(consumed(confirming)).isEqualTo(503);

            assertThat(logged.lines()).anyMatch(line -> line.contains("a servlet filter in front of the endpoint"));
        }
        assertThat(observers.rejected).isEmpty();
    }

    private static int consumed(CallbackEndpoint endpoint) {
        Map<String, String> headers = new TreeMap<>(Sample.signed(Sample.PAID).headers());
        headers.put("Content-Length", "300");
        return endpoint.answer(new Delivery(CallbackKind.SUCCEEDED, Sample.PAID, Sample.lists(headers), body("")))
                .status();
    }

    private int get(String urlSuffix) {
        return send(Sample.signed(urlSuffix), Optional.empty(), endpoint);
    }

    private int post(String urlSuffix, String body) {
        return send(Sample.signed(urlSuffix), body(body), endpoint);
    }

    private static int send(SignedCallback callback, Optional<InputStream> body, CallbackEndpoint endpoint) {
        String urlSuffix = callback.url().toString().substring(Sample.BASE.length());
        CallbackKind kind = urlSuffix.startsWith("/succeeded") ? CallbackKind.SUCCEEDED : CallbackKind.TIMED_OUT;
        String method = body.isPresent() ? "post" : "get";
        int status = endpoint.answer(new Delivery(kind, urlSuffix, Sample.headers(callback), body))
                .status();
        assertThat(CallbacksDocument.statuses(kind.path(), method)).contains(status);
        return status;
    }

    private CallbackEndpoint endpoint(Optional<Function<String, Order>> lookUp) {
        return endpoint(Map.of(), lookUp);
    }

    private CallbackEndpoint endpoint(Map<String, String> properties, Optional<Function<String, Order>> lookUp) {
        return endpoint(properties, lookUp, inbox);
    }

    private CallbackEndpoint endpoint(
            Map<String, String> properties, Optional<Function<String, Order>> lookUp, Inbox inbox) {
        Map<String, String> all = Sample.properties();
        all.putAll(properties);
        WebhookConfig read = WebhookConfig.of(new MapConfig(all)).orElseThrow();
        WebhookConfig config = new WebhookConfig(
                read.rules(),
                Optional.of(Sample.verifier()
                        .require(Set.of(AuthenticationFactor.SIGNATURE))
                        .build()),
                read.maxBodySize(),
                lookUp.isPresent(),
                read.confirmTimeout(),
                read.userId(),
                read.inbox(),
                read.payments(),
                read.cashier());
        return new CallbackEndpoint(
                config,
                new EventTransaction(() -> transaction, inbox, observers),
                lookUp.map(found -> new OrderConfirmation(found, Sample.noTransactions(), config.userId())),
                Json.createReaderFactory(Map.of()),
                Sample.CLOCK);
    }

    private static SignedCallback stale(String urlSuffix) {
        return Sample.signed(urlSuffix).withDate(Sample.NOW.minus(Duration.ofDays(2)));
    }

    private static String url(String path, String payment) {
        return path + "?reference=1&payment=" + "0".repeat(32 - payment.length()) + payment;
    }

    private static Optional<InputStream> body(String text) {
        return Optional.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static final class BrokenStream extends InputStream {
        private boolean touched;

        @Override
        public int read() throws IOException {
            touched = true;
            throw new IOException("connection reset");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
        }
    }
}
