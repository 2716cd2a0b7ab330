package net.aurpay.it.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentsTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().retryPauses(List.of()));
    private final Merchant merchant = new Merchant(sandbox);
    private String orderId;

    @BeforeEach
    void order() {
        sandbox.callbackPlan(CallbackPlan.NORMAL.lost(true));
        orderId = merchant.order(Merchant.NOWHERE);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void underpaidOrderIsPartialWithATransactionOfUnknownType() {
        merchant.press(orderId, "underpay", "");

        JsonObject order = merchant.detail(orderId);
        assertThat(order.getString("status")).isEqualTo("PARTIAL");
        assertThat(order.getString("amount")).isEqualTo("18.0002");
        assertThat(order.getString("obtained")).isEqualTo("9.0001");
        assertThat(merchant.transactions("UNKOWN")).singleElement().satisfies(transaction -> {
            assertThat(transaction.getString("tx_type")).isEqualTo("UNKOWN");
            assertThat(transaction.getString("status")).isEqualTo("PENDING");
            assertThat(transaction.getString("amount")).isEqualTo("9.0001");
            assertThat(transaction.getString("currency")).isEqualTo("USDT-TRC20");
            assertThat(transaction.getString("to_addr")).isEqualTo(order.getString("to_addr"));
            assertThat(transaction.getString("tx_id")).isNotEqualTo(order.getString("tx_id"));
            assertThat(transaction.getString("tx_hash")).isNotEqualTo(order.getString("tx_hash"));
        });
        assertThat(merchant.transactions("ORDER")).isEmpty();
        assertThat(merchant.transactions("UNKNOWN")).isEmpty();
        assertThat(sandbox.callbacks().of(orderId)).isEmpty();
    }

    @Test
    void orderCanBeUnderpaidSeveralTimesAndWithAnyAmountBelowTheRest() {
        merchant.press(orderId, "underpay", "{\"amount\":10}");
        merchant.press(orderId, "underpay", "{\"amount\":8}");

        assertThat(merchant.detail(orderId).getString("obtained")).isEqualTo("18");
        assertThat(merchant.press(orderId, "underpay", "{\"amount\":0.0002}").statusCode())
                .isEqualTo(422);
        assertThat(merchant.press(orderId, "underpay", "{\"amount\":-1}").statusCode())
                .isEqualTo(422);
        assertThat(merchant.press(orderId, "underpay", "{\"amount\":\"1\"}").statusCode())
                .isEqualTo(422);
        assertThat(merchant.transactions("UNKOWN")).hasSize(2);
        assertThat(merchant.status(orderId)).isEqualTo("PARTIAL");
    }

    @Test
    void resolvedOrderKeepsWhatWasPaidAndItsTransactionIsResolved() throws Exception {
        sandbox.underpay(orderId);

        merchant.press(orderId, "resolve", "{}");

        assertThat(merchant.status(orderId)).isEqualTo("RESOLVED");
        assertThat(merchant.detail(orderId).getString("obtained")).isEqualTo("9.0001");
        assertThat(merchant.transactions("UNKOWN"))
                .extracting(transaction -> transaction.getString("status"))
                .containsExactly("RESOLVED");
        assertThat(callback().url()).isEqualTo(Merchant.NOWHERE);
    }

    @Test
    void overdueOrderIsResolved() throws Exception {
        sandbox.expire(orderId);
        assertThat(callback().url()).endsWith("/late");

        merchant.press(orderId, "resolve", "");

        assertThat(merchant.status(orderId)).isEqualTo("RESOLVED");
        sandbox.callbacks().await(attempt -> attempt.url().equals(Merchant.NOWHERE), Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @CsvSource({"PARTIAL", "OVERDUE"})
    void remainingAmountIsRequestedAndPaid(String status) throws Exception {
        sandbox.underpay(orderId, new BigDecimal(10));
        if (status.equals("OVERDUE")) {
            sandbox.expire(orderId);
        }
        assertThat(Merchant.code(merchant.press(orderId, "pay", ""))).isEqualTo(400);

        merchant.press(orderId, "request-remaining", "");
        assertThat(merchant.status(orderId)).isEqualTo(status);
        merchant.press(orderId, "pay", "");

        assertThat(merchant.status(orderId)).isEqualTo("SUCCESS");
        assertThat(merchant.detail(orderId).getString("obtained")).isEqualTo("18.0002");
        assertThat(merchant.transactions("ORDER"))
                .extracting(transaction -> transaction.getString("amount"))
                .containsExactly("8.0002");
        assertThat(merchant.transactions("UNKOWN"))
                .extracting(transaction -> transaction.getString("status"))
                .containsExactly("SUCCESS");
        sandbox.callbacks().await(attempt -> attempt.url().equals(Merchant.NOWHERE), Duration.ofSeconds(20));
    }

    @Test
    void nothingRemainsOfAnOrderThatWasPaidLate() {
        sandbox.expire(orderId);
        assertThat(Merchant.code(merchant.press(orderId, "pay", ""))).isEqualTo(400);

        merchant.press(orderId, "pay-late", "");

        JsonObject order = merchant.detail(orderId);
        assertThat(order.getString("status")).isEqualTo("OVERDUE");
        assertThat(order.getString("obtained")).isEqualTo(order.getString("amount"));
        assertThat(merchant.transactions("UNKOWN")).hasSize(1);
        assertThat(Merchant.code(merchant.press(orderId, "request-remaining", "")))
                .isEqualTo(400);
        merchant.press(orderId, "resolve", "");
        assertThat(merchant.status(orderId)).isEqualTo("RESOLVED");
    }

    @Test
    void orderIsPaidLateOnlyAfterItIsOverdue() {
        assertThat(Merchant.code(merchant.press(orderId, "pay-late", ""))).isEqualTo(400);
        assertThat(Merchant.code(merchant.press(orderId, "resolve", ""))).isEqualTo(400);
        assertThat(Merchant.code(merchant.press(orderId, "request-remaining", "")))
                .isEqualTo(400);
        assertThat(merchant.status(orderId)).isEqualTo("PENDING");
    }

    @Test
    void overpaidOrderSucceedsWithMoreThanItsAmount() throws Exception {
        String other = merchant.order(Merchant.NOWHERE);

        merchant.press(orderId, "overpay", "");
        merchant.press(other, "overpay", "{\"amount\":20.5}");

        assertThat(merchant.status(orderId)).isEqualTo("SUCCESS");
        assertThat(merchant.detail(orderId).getString("obtained")).isEqualTo("36.0004");
        assertThat(merchant.detail(other).getString("obtained")).isEqualTo("20.5");
        assertThat(merchant.transactions("ORDER"))
                .extracting(transaction -> transaction.getString("amount"))
                .containsExactly("36.0004", "20.5");
        assertThat(callback().url()).isEqualTo(Merchant.NOWHERE);
        assertThat(merchant.press(merchant.order(Merchant.NOWHERE), "overpay", "{\"amount\":18}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void refundIsMadeWhenItsTimeHasCome() {
        sandbox.pay(orderId);
        merchant.post("/sandbox/refund-delay", "{\"delay\":\"PT1H\"}");
        String refund = "/api/v2/order/refund/" + orderId;

        assertThat(Merchant.code(merchant.post(refund, ""))).isZero();

        assertThat(merchant.status(orderId)).isEqualTo("SUCCESS");
        assertThat(merchant.detail(orderId).getBoolean("refund")).isFalse();
        assertThat(Merchant.code(merchant.post(refund, ""))).isEqualTo(40006);
        assertThat(merchant.transactions("REFUND"))
                .extracting(transaction -> transaction.getString("status"))
                .containsExactly("PENDING");
        sandbox.clock().advance(Duration.ofMinutes(59));
        assertThat(merchant.status(orderId)).isEqualTo("SUCCESS");

        sandbox.clock().advance(Duration.ofMinutes(2));

        assertThat(merchant.status(orderId)).isEqualTo("REFUNDED");
        assertThat(merchant.transactions("REFUND"))
                .extracting(transaction -> transaction.getString("status"))
                .containsExactly("SUCCESS");
    }

    @Test
    void refundThatWaitsIsCompletedOnDemand() {
        sandbox.overpay(orderId);
        assertThat(Merchant.code(merchant.press(orderId, "complete-refund", "")))
                .isEqualTo(400);
        sandbox.refunds().delay(Duration.ofDays(1));
        merchant.press(orderId, "refund", "");

        merchant.press(orderId, "complete-refund", "");

        assertThat(merchant.status(orderId)).isEqualTo("REFUNDED");
        assertThat(merchant.transactions("REFUND"))
                .extracting(transaction -> transaction.getString("amount"))
                .containsExactly("36.0004");
        sandbox.clock().advance(Duration.ofDays(2));
        assertThat(merchant.status(orderId)).isEqualTo("REFUNDED");
    }

    private CallbackAttempt callback() throws Exception {
        return sandbox.callbacks().await(attempt -> attempt.orderId().equals(orderId), Duration.ofSeconds(20));
    }
}
