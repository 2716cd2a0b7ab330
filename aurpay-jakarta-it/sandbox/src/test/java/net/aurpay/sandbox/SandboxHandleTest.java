package net.aurpay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxHandleTest {
    private final SandboxHandle sandbox = SandboxHandle.start();
    private TinyShop shop;

    @BeforeEach
    void start() throws IOException {
        shop = new TinyShop();
    }

    @AfterEach
    void stop() {
        shop.close();
        sandbox.close();
    }

    @Test
    void waitsUntilAPaymentIsAnswered200AndShowsEveryAttempt() throws Exception {
        shop.order(sandbox, "A%201+%C3%A9");
        shop.answer503(2);

        assertThat(sandbox.pay("A 1+é").status()).isEqualTo("SUCCESS");

        assertThat(sandbox.awaitPaid("A 1+é").attempt()).isEqualTo(3);
        assertThat(sandbox.callbacks("A 1+é"))
                .extracting(attempt -> attempt.status().orElseThrow())
                .containsExactly(503, 503, 200);
        assertThat(sandbox.callbacks()).isEqualTo(sandbox.callbacks("A 1+é"));
        assertThat(shop.received()).hasSize(3);
    }

    @Test
    void saysWhatWasAttemptedIfAPaymentIsNotAnswered200() throws Exception {
        String orderId = shop.order(sandbox, "A1");
        shop.answer503(1000);
        sandbox.pay("A1");

        assertThatThrownBy(() -> sandbox.awaitPaid("A1", Duration.ofMillis(500)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("<A1>")
                .hasMessageContaining(orderId + " is SUCCESS")
                .hasMessageContaining("/succeeded?reference=A1 attempt 1: 503")
                .hasMessageContaining("attempt 2: 503");
        assertThatThrownBy(() -> sandbox.awaitPaid("B2", Duration.ofMillis(1)))
                .hasMessageContaining("There is no order of it. No callback was attempted.");
    }

    @Test
    void timeOutIsNotAPayment() throws Exception {
        shop.order(sandbox, "A1");
        assertThat(sandbox.expire("A1").status()).isEqualTo("OVERDUE");

        assertThatThrownBy(() -> sandbox.awaitPaid("A1", Duration.ofMillis(700)))
                .hasMessageContaining("/timed-out?reference=A1 attempt 1: 200");

        SandboxPayment late = sandbox.payLate("A1");
        assertThat(late.status()).isEqualTo("OVERDUE");
        assertThat(late.paid()).isEqualByComparingTo(late.amount());
        assertThat(sandbox.callbacks("A1")).hasSize(1);
        assertThat(sandbox.resolve("A1").status()).isEqualTo("RESOLVED");
        sandbox.awaitPaid("A1");
    }

    /** Two tests may use the same reference. */
    @Test
    void newestPaymentOfAReferenceIsAwaited() throws Exception {
        shop.order(sandbox, "A1");
        sandbox.pay("A1");
        sandbox.awaitPaid("A1");
        String second = shop.order(sandbox, "A1");

        assertThatThrownBy(() -> sandbox.awaitPaid("A1", Duration.ofMillis(100)))
                .hasMessageContaining(second + " is PENDING");

        sandbox.pay("A1");
        assertThat(sandbox.awaitPaid("A1").orderId()).isEqualTo(second);
        assertThat(sandbox.awaitPaid(second).orderId()).isEqualTo(second);
    }

    @Test
    void lostCallbackIsSentAfterAll() throws Exception {
        shop.order(sandbox, "A1");
        shop.order(sandbox, "A2");
        sandbox.loseCallbacks("A1");

        sandbox.pay("A1");
        sandbox.pay("A2");
        sandbox.awaitPaid("A2");
        assertThatThrownBy(() -> sandbox.awaitPaid("A1", Duration.ofMillis(300)))
                .hasMessageContaining("attempt 1: lost");
        assertThat(shop.received()).hasSize(1);

        assertThat(sandbox.sendLostCallbacks()).isEqualTo(1);
        sandbox.awaitPaid("A1");
        assertThat(sandbox.sendLostCallbacks()).isZero();
        assertThat(sandbox.callbacks("A1")).hasSize(2);
    }

    @Test
    void lostCallbackIsInTheListAsSoonAsThePaymentIsMade() throws Exception {
        sandbox.loseCallbacks();
        for (int i = 0; i < 200; i++) {
            String orderId = shop.order(sandbox, "A" + i);
            sandbox.pay(orderId);
            assertThat(sandbox.callbacks()).hasSize(i + 1).allMatch(CallbackDelivery::lost);
        }
    }

    @Test
    void losesAllCallbacksUntilToldOtherwise() throws Exception {
        shop.order(sandbox, "A1");
        shop.order(sandbox, "A2");
        sandbox.loseCallbacks();
        sandbox.pay("A1");
        sandbox.deliverCallbacks();
        sandbox.pay("A2");

        sandbox.awaitPaid("A2");

        assertThat(shop.received()).containsExactly("/callbacks/succeeded?reference=A2");
    }

    @Test
    void paysTooLittleAndTooMuch() throws Exception {
        shop.order(sandbox, "A1");
        String orderId = shop.order(sandbox, "A2");

        SandboxPayment part = sandbox.underpay("A1", new BigDecimal("5.25"));
        assertThat(part.status()).isEqualTo("PARTIAL");
        assertThat(part.paid()).isEqualByComparingTo("5.25");
        assertThat(sandbox.underpay("A1").paid()).isGreaterThan(part.paid()).isLessThan(part.amount());
        SandboxPayment twice = sandbox.overpay(orderId);
        assertThat(twice.paid()).isEqualByComparingTo(twice.amount().add(twice.amount()));

        assertThat(sandbox.awaitPaid("A2").orderId()).isEqualTo(orderId);
        assertThat(sandbox.callbacks("A1")).isEmpty();
        assertThat(sandbox.refund("A2").status()).isEqualTo("REFUNDED");
    }

    @Test
    void choosesACurrencyForAPaymentUrl() throws Exception {
        shop.order(sandbox, "A1");
        shop.paymentUrl(sandbox, "A1");

        SandboxPayment paid = sandbox.pay("A1");

        assertThat(paid.currency()).isEqualTo("USDT-TRC20");
        assertThat(paid.price()).isEqualByComparingTo("18");
        assertThat(sandbox.payment("A1").orderId()).isEqualTo(paid.orderId());
    }

    @Test
    void timeRunsOutWhenTheClockAdvances() throws Exception {
        shop.order(sandbox, "A1");
        shop.paymentUrl(sandbox, "A2");
        sandbox.underpay("A2");

        sandbox.advance(Duration.ofMinutes(31));

        assertThat(sandbox.payment("A1").status()).isEqualTo("OVERDUE");
        assertThat(sandbox.payment("A2").status()).isEqualTo("PARTIAL");
    }

    @Test
    void callsOfOneOperationFail() throws Exception {
        sandbox.fail(ApiOperation.CREATE_PAYMENT, ApiFailure.code(40005, "no"), 2);
        shop.paymentUrl(sandbox, "A0");

        for (int call = 0; call < 2; call++) {
            assertThatThrownBy(() -> shop.order(sandbox, "A1")).hasMessageContaining("40005");
        }
        shop.order(sandbox, "A1");

        assertThat(sandbox.calls(ApiOperation.CREATE_PAYMENT)).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandbox.fail(ApiOperation.ORDER, ApiFailure.cutOff(), 0))
                .withMessageContaining("was <0>");
    }

    @Test
    void eachOperationIsOneOfTheSandbox() {
        List<String> operations = List.of(ApiOperation.values()).stream()
                .map(ApiOperation::request)
                .toList();

        assertThat(operations).containsExactlyInAnyOrderElementsOf(net.aurpay.it.sandbox.RequestCounts.operations());
    }

    @Test
    void unknownPaymentIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandbox.pay("A1"))
                .withMessageContaining("<A1>: has the application created it");
    }

    @Test
    void credentialsAreNotPrinted() {
        SandboxCredentials credentials = sandbox.credentials();

        assertThat(credentials + " " + sandbox + " " + sandbox.settings("http://localhost/aurpay/callbacks"))
                .doesNotContain(
                        credentials.apiKey(),
                        credentials.apiToken(),
                        credentials.secretKey(),
                        credentials.callbackToken(),
                        credentials.callbackSecret());
    }
}
