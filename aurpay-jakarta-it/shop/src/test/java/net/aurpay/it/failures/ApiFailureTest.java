package net.aurpay.it.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import net.aurpay.client.Aurpay;
import net.aurpay.client.AurpayException;
import net.aurpay.client.AurpayUnavailableException;
import net.aurpay.client.Callbacks;
import net.aurpay.client.Credentials;
import net.aurpay.client.PaymentRequest;
import net.aurpay.sandbox.ApiFailure;
import net.aurpay.sandbox.ApiOperation;
import net.aurpay.sandbox.AurpaySandbox;
import net.aurpay.sandbox.SandboxHandle;
import net.aurpay.sandbox.SystemProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls the sandbox with the client, in the JVM of the test, and meets each of its failures. */
@AurpaySandbox
class ApiFailureTest {
    private static final String SHOP = "http://127.0.0.1:1/aurpay/callbacks";
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    @AurpaySandbox
    private static SandboxHandle sandbox;

    private static SystemProperties settings;
    private static Aurpay aurpay;

    @BeforeAll
    static void configure() {
        settings = sandbox.settings(SHOP)
                .with("aurpay/mp-rest/readTimeout", "" + PATIENCE.toMillis())
                .setSystemProperties();
        aurpay = Aurpay.forMerchant(Credentials.apiKey(sandbox.credentials().apiKey()));
    }

    @AfterAll
    static void restore() {
        aurpay.close();
        settings.close();
    }

    /** Lists failure, whether Aurpay counts as unavailable, HTTP status, code, unknown outcome, words of the message. */
    static Stream<Arguments> failures() {
        int none = AurpayException.NO_CODE;
        return Stream.of(
                Arguments.of(ApiFailure.connectionClosed(), true, 0, none, true, "the connection broke"),
                Arguments.of(ApiFailure.noResponse(), true, 0, none, true, "readTimeout"),
                Arguments.of(ApiFailure.late(Duration.ofSeconds(30)), true, 0, none, true, "readTimeout"),
                Arguments.of(ApiFailure.cutOff(), true, 200, none, true, "broke off"),
                Arguments.of(ApiFailure.htmlPage(502), true, 502, none, true, "text/html"),
                Arguments.of(ApiFailure.htmlPage(200), false, 200, none, true, "text/html"),
                Arguments.of(ApiFailure.htmlPage(403), false, 403, none, false, "text/html"),
                Arguments.of(ApiFailure.code(40005, "too little"), false, 200, 40005, false, "too little"),
                Arguments.of(ApiFailure.code(50001, "later"), true, 200, 50001, true, "later"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void callThatChangesSomethingFailsOnceAndHasTakenPlace(
            ApiFailure failure, boolean unavailable, int status, int code, boolean outcomeUnknown, String words) {
        String reference = "A" + System.nanoTime();
        int before = sandbox.calls(ApiOperation.CREATE_PAYMENT);
        sandbox.fail(ApiOperation.CREATE_PAYMENT, failure);

        AurpayException thrown = catchThrowableOfType(AurpayException.class, () -> create(reference));

        assertThat(thrown).isNotNull();
        assertThat(thrown instanceof AurpayUnavailableException).isEqualTo(unavailable);
        assertThat(thrown.httpStatus()).isEqualTo(status);
        assertThat(thrown.code()).isEqualTo(code);
        assertThat(thrown.outcomeUnknown()).isEqualTo(outcomeUnknown);
        assertThat(thrown).hasMessageContaining(words);
        assertThat(sandbox.calls(ApiOperation.CREATE_PAYMENT)).isEqualTo(before + 1);
        assertThat(sandbox.payment(reference).status()).isEqualTo("PENDING");

        create(reference);
    }

    @Test
    void lateResponseIsUsedIfItComesInTime() {
        sandbox.fail(ApiOperation.CREATE_PAYMENT, ApiFailure.late(Duration.ofMillis(300)));
        long start = System.nanoTime();

        create("B1");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void readIsRepeated() {
        sandbox.fail(ApiOperation.FIAT_CURRENCIES, ApiFailure.connectionClosed(), 2);

        assertThat(aurpay.orders().fiatCurrencies()).isNotEmpty();

        assertThat(sandbox.calls(ApiOperation.FIAT_CURRENCIES)).isEqualTo(3);
    }

    private static void create(String reference) {
        Callbacks callbacks = new Callbacks(
                URI.create(SHOP + "/succeeded?reference=" + reference),
                URI.create(SHOP + "/timed-out?reference=" + reference),
                false);
        aurpay.orders()
                .createPayment(PaymentRequest.of("TRX", "USDT-TRC20", new BigDecimal("18"), "USD")
                        .withCallbacks(callbacks));
    }
}
