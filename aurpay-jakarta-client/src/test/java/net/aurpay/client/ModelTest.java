package net.aurpay.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTest {
    private static final Callbacks POSTED = new Callbacks(URI.create("https://a/s"), URI.create("https://a/t"), true);

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "-1", "-0.00000001"})
    void rejectsAnAmountThatIsNotAboveZero(BigDecimal amount) {
        for (ThrowingCallable request : requests(amount)) {
            assertThatThrownBy(request)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching("(price|vs_price|amount) must be > 0, was <" + amount.toPlainString() + ">");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+2147483647", "1E+101"})
    void rejectsAnAmountThatWouldBeWrittenWithManyZeros(BigDecimal amount) {
        for (ThrowingCallable request : requests(amount)) {
            assertThatThrownBy(request)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("at most 100 digits")
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(100));
        }
    }

    @SuppressWarnings("BigDecimalLiteralDouble") // The test is about this mistake.
    static List<BigDecimal> withTooManyDecimals() {
        return List.of(new BigDecimal(0.1), new BigDecimal("1E-2147483647"), new BigDecimal("0.0000000000000000001"));
    }

    @ParameterizedTest
    @MethodSource("withTooManyDecimals")
    void rejectsMoreDecimalsThanAnyCurrencyHas(BigDecimal amount) {
        for (ThrowingCallable request : requests(amount)) {
            assertThatThrownBy(request)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must have at most 18 decimals, was <" + amount + ">")
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
        }
        assertThat(PaymentUrlRequest.of(new BigDecimal("0.000000000000000001"), "ETH"))
                .isNotNull();
    }

    @Test
    @SuppressWarnings({"NullAway", "DataFlowIssue"}) // Callers without a null checker can pass null.
    void namesTheFieldThatIsNullOrBlank() {
        assertThatThrownBy(() -> PaymentUrlRequest.of(null, "USD")).hasMessage("price must not be null");
        assertThatThrownBy(() -> PaymentUrlRequest.of(BigDecimal.ONE, null))
                .hasMessage("priceCurrency must not be null");
        assertThatThrownBy(() -> PaymentRequest.of(" ", "BTC", BigDecimal.ONE, "USD"))
                .hasMessage("chain must not be blank, was < >");
        assertThatThrownBy(() -> PaymentRequest.of("BTC", "BTC", BigDecimal.ONE, ""))
                .hasMessageStartingWith("priceCurrency must not be blank");
        assertThatThrownBy(() -> LightningWithdrawalRequest.of(""))
                .hasMessageStartingWith("lightningInvoices must not");
        assertThatThrownBy(() -> new OrderStatus(" ")).hasMessageContaining("must not be blank");
    }

    @Test
    void rejectsPagesThatTheApiDoesNotHave() {
        for (int page : new int[] {0, -1}) {
            assertThatThrownBy(() -> OrderQuery.all().withPage(page))
                    .hasMessage("page must be > 0, was <" + page + ">");
            assertThatThrownBy(() -> TransactionQuery.all().withPage(page)).hasMessageContaining("page must be > 0");
        }
        for (int size : new int[] {0, 101}) {
            assertThatThrownBy(() -> OrderQuery.all().withSize(size))
                    .hasMessage("size must be 1 to 100, was <" + size + ">");
        }
        for (int size : new int[] {1, 100}) {
            assertThat(OrderQuery.all().withPage(1).withSize(size).size()).isEqualTo(size);
        }
    }

    @Test
    void setsBothCallbackUrlsAndTheirMethodTogether() {
        PaymentUrlRequest url = PaymentUrlRequest.of(BigDecimal.ONE, "USD").withCallbacks(POSTED);
        assertThat(url.options().callbacks()).isEqualTo(POSTED);
        assertThat(url.options().postCallbacks()).isTrue();
        PaymentRequest info =
                PaymentRequest.of("BTC", "BTC", BigDecimal.ONE, "USD").withCallbacks(POSTED);
        assertThat(info.options().callbacks()).isEqualTo(POSTED);
        assertThat(info.options().postCallbacks()).isTrue();
        assertThatThrownBy(() -> LightningOrderRequest.of(BigDecimal.ONE, "USD").withCallbacks(POSTED))
                .hasMessageContaining("GET callbacks only")
                .hasMessageContaining("aurpay.webhook.confirm");
        assertThatThrownBy(() -> new Callbacks(POSTED.succeeded(), POSTED.succeeded(), false))
                .hasMessageContaining("must differ");
    }

    @Test
    void withMethodKeepsAllOtherFields() {
        PaymentUrlRequest full = PaymentUrlRequest.of(BigDecimal.ONE, "USD")
                .withOrigin("1", URI.create("https://a/1"))
                .withSucceedUrl(URI.create("https://a/2"))
                .withTimeoutUrl(URI.create("https://a/3"))
                .withStablecoinAtPar(true)
                .withPostCallbacks(false)
                .withCallbacks(new Callbacks(URI.create("https://a/4"), URI.create("https://a/5"), false));
        assertThat(full)
                .isEqualTo(new PaymentUrlRequest(
                        BigDecimal.ONE,
                        "USD",
                        "1",
                        URI.create("https://a/1"),
                        new PaymentOptions(
                                new Redirects(URI.create("https://a/2"), URI.create("https://a/3")),
                                new Callbacks(URI.create("https://a/4"), URI.create("https://a/5"), false),
                                true,
                                false)));
    }

    private static List<ThrowingCallable> requests(BigDecimal amount) {
        return List.of(
                () -> PaymentUrlRequest.of(amount, "USD"),
                () -> PaymentRequest.of("BTC", "BTC", amount, "USD"),
                () -> LightningOrderRequest.of(amount, "USD"),
                () -> WithdrawalRequest.of("ETH", "ETH", amount),
                () -> LightningWithdrawalRequest.of("lnbc1").withAmount(amount));
    }
}
