package net.aurpay.webhook.cashier;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.aurpay.client.CryptoCurrency;
import net.aurpay.client.OrderStatus;
import net.aurpay.client.Payment;
import net.aurpay.client.PaymentRequest;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.webhook.PaymentConflictException;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.SettlementException;
import net.aurpay.webhook.payments.CurrentPayment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CashierTest {
    private static final URI PAY = URI.create("https://dashboard.aurpay.net/pay/1");
    private static final URI PAY_ANOTHER = URI.create("https://dashboard.aurpay.net/pay/2");
    private static final String HOLDER = Sample.PAYMENT;
    private static final PaymentUrlRequest REQUEST = PaymentUrlRequest.of(new BigDecimal("12.50"), "USD")
            .withSucceedUrl(URI.create("https://shop.example.com/thanks"))
            .withStablecoinAtPar(true);

    private final CashierConfig config = new CashierConfig(
            "https://shop.example.com/shop/aurpay/cashier/", new LinkSeal("", List.of(Sample.SECRET)));
    private final String link = new CashierLink("A1", REQUEST, Sample.NOW.plusSeconds(60)).sealed(config.seal());
    private final Payments payments = new Payments();
    private List<CryptoCurrency> offered = List.of(
            new CryptoCurrency("ETH", "USDT-ERC20", true),
            new CryptoCurrency("BTC", "BTC", false),
            new CryptoCurrency("TRX", null, true),
            new CryptoCurrency("TRX", "USDT-TRC20", true),
            new CryptoCurrency("SOL", "SOL", null));
    private Instant now = Sample.NOW;
    private final Cashier cashier = new Cashier(config, payments, () -> offered, () -> now);

    @Test
    void aNewLinkLeadsToTheChoice() {
        CashierResponse first = cashier.show(request(""));
        assertThat(first.status()).isEqualTo(303);
        assertThat(first.location()).hasToString(config.url() + link + "?choose");

        CashierResponse choice = cashier.show(request("?choose"));
        assertThat(choice.status()).isEqualTo(200);
        assertThat(choice.page())
                .contains(
                        "Amount: 12.50 USD",
                        "Tether USD on Ethereum</span> <small>USDT-ERC20</small>",
                        "Tether USD on TRON</span> <small>USDT-TRC20</small>")
                .contains("formaction=\"?coin=ETH%2FUSDT-ERC20\"")
                .doesNotContain("BTC", "SOL", "Continue with");
        assertThat(payments.opened).isEmpty();
    }

    @Test
    void choosingOpensThePaymentAndLeadsToAurpay() {
        CashierResponse chosen = cashier.choose(request("?coin=TRX%2FUSDT-TRC20"));

        assertThat(chosen.status()).isEqualTo(303);
        assertThat(chosen.location()).isEqualTo(PAY);
        assertThat(payments.opened)
                .containsExactly(PaymentRequest.of("TRX", "USDT-TRC20", new BigDecimal("12.50"), "USD")
                        .withOptions(REQUEST.options()));
        assertThat(payments.another).isEmpty();
    }

    @Test
    void opensNothingThatAurpayDoesNotOffer() {
        for (String coin : List.of("BTC%2FBTC", "SOL%2FSOL", "ETH%2FUSDT-TRC20", "", "%", "ETH%2FUSDT-ERC20%00")) {
            assertThat(cashier.choose(request("?coin=" + coin)).location())
                    .as(coin)
                    .hasToString(config.url() + link + "?choose");
        }
        assertThat(cashier.choose(request("")).status()).isEqualTo(303);
        assertThat(payments.opened).isEmpty();
    }

    @Test
    void theLinkOfAnOpenPaymentLeadsToIt() {
        payments.current = current("12.5", OrderStatus.PENDING);

        assertThat(cashier.show(request("")).location()).isEqualTo(PAY);
        assertThat(cashier.show(request("?")).location()).isEqualTo(PAY);
        assertThat(cashier.show(request("?choose")).page())
                .contains("Continue with the open payment", "Tether USD on TRON");
    }

    @Test
    void anotherCoinIsAskedForOnceAndThenOpened() {
        payments.current = current("12.5", OrderStatus.PENDING);

        CashierResponse question = cashier.choose(request("?coin=TRX%2FUSDT-TRC20"));
        assertThat(question.status()).isEqualTo(409);
        assertThat(question.page())
                .contains("formaction=\"?coin=TRX%2FUSDT-TRC20&amp;instead-of=" + HOLDER + "\"")
                .contains("Pay with Tether USD on TRON instead", "do not pay again");
        assertThat(payments.another).isEmpty();

        CashierResponse confirmed = cashier.choose(request("?coin=TRX%2FUSDT-TRC20&instead-of=" + HOLDER));
        assertThat(confirmed.location()).isEqualTo(PAY_ANOTHER);
        assertThat(payments.another).hasSize(1);
    }

    /** A click on the question that was asked about an earlier payment must not replace the one after it. */
    @Test
    void anAnswerAboutAnEarlierPaymentReplacesNothing() {
        payments.current = current("12.5", OrderStatus.PENDING);

        CashierResponse answer = cashier.choose(request("?coin=TRX%2FUSDT-TRC20&instead-of=" + "0".repeat(32)));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(payments.another).isEmpty();
    }

    @Test
    void aPaidPaymentIsNeverRepeated() {
        for (OrderStatus status : List.of(OrderStatus.SUCCESS, OrderStatus.PARTIAL, OrderStatus.OVERDUE)) {
            payments.current = current("99", status);

            assertThat(cashier.show(request("")).location()).isEqualTo(PAY);
            assertThat(cashier.show(request("?choose")).location()).isEqualTo(PAY);
            assertThat(cashier.choose(request("?coin=TRX%2FUSDT-TRC20&instead-of=" + HOLDER))
                            .location())
                    .isEqualTo(PAY);
        }
        assertThat(payments.another).isEmpty();
        assertThat(payments.opened).isEmpty();
    }

    @Test
    void aPaymentThatIsPaidMeanwhileIsNotAskedAbout() {
        payments.current = current("12.5", OrderStatus.PENDING);
        payments.paidMeanwhile = true;

        CashierResponse chosen = cashier.choose(request("?coin=TRX%2FUSDT-TRC20"));

        assertThat(chosen.location()).isEqualTo(PAY);
    }

    @Test
    void anUnpaidPaymentAtAnotherPriceIsNotWhatTheCustomerIsToPay() {
        payments.current = current("99", OrderStatus.PENDING);

        assertThat(cashier.show(request("")).location()).hasToString(config.url() + link + "?choose");
        assertThat(cashier.show(request("?choose")).page()).doesNotContain("Continue with");
        CashierResponse question = cashier.choose(request("?coin=TRX%2FUSDT-TRC20"));
        assertThat(question.status()).isEqualTo(409);
        assertThat(question.page()).doesNotContain("Continue with");
    }

    @Test
    void forgedAndExpiredLinksSayTheSame() {
        payments.current = CashierTest.current("12.5", OrderStatus.SUCCESS);
        CashierResponse forged = cashier.show(CashierRequest.of("/shop/aurpay/cashier/" + link + "x", ""));
        now = Sample.NOW.plusSeconds(60);
        CashierResponse expired = cashier.show(request(""));

        assertThat(forged.status()).isEqualTo(404);
        assertThat(expired.status()).isEqualTo(410);
        assertThat(expired.page()).isEqualTo(forged.page()).doesNotContain("12.50", "A1");
        assertThat(cashier.choose(request("?coin=TRX%2FUSDT-TRC20")).status()).isEqualTo(410);
        assertThat(payments.opened).isEmpty();

        now = now.minus(Duration.ofMillis(1));
        assertThat(cashier.show(request("")).location()).isEqualTo(PAY);
    }

    @Test
    void aFailureIsNotShown() {
        payments.failure = new SettlementException("table <secret> cannot be used", null);

        for (CashierResponse response :
                List.of(cashier.show(request("")), cashier.choose(request("?coin=TRX%2FUSDT-TRC20")))) {
            assertThat(response.status()).isEqualTo(503);
            assertThat(response.page()).contains("Try again").doesNotContain("secret");
        }
    }

    @Test
    void namesOfCurrenciesAreEscaped() {
        offered = List.of(new CryptoCurrency("<b>\"'&", "<script>alert(1)</script>", true));

        assertThat(cashier.show(request("?choose")).page())
                .contains("<span>&lt;script&gt;alert(1)&lt;/script&gt; on &lt;b&gt;&quot;&#39;&amp;</span>")
                .doesNotContain("<script>", "<b>");
    }

    @Test
    void saysSoIfNothingIsOffered() {
        offered = List.of();

        assertThat(cashier.show(request("?choose")).page())
                .contains("No cryptocurrency")
                .doesNotContain("<form");
    }

    private CashierRequest request(String query) {
        return CashierRequest.of("/shop/aurpay/cashier/" + link + query, "");
    }

    private static CurrentPayment current(String price, OrderStatus status) {
        return new CurrentPayment(HOLDER, new BigDecimal(price), "USD", PAY, status);
    }

    private static Payment payment(URI payUrl) {
        return new Payment(Sample.ORDER_ID, OrderStatus.PENDING, null, null, null, null, null, null, payUrl);
    }

    /** Rejects a payment if another one is open, as the table does. */
    private static final class Payments implements CashierPayments {
        private final List<PaymentRequest> opened = new ArrayList<>();
        private final List<PaymentRequest> another = new ArrayList<>();
        private @Nullable CurrentPayment current;
        private @Nullable RuntimeException failure;
        private boolean paidMeanwhile;

        @Override
        public Optional<CurrentPayment> current(String reference) {
            assertThat(reference).isEqualTo("A1");
            if (failure != null) {
                throw failure;
            }
            return Optional.ofNullable(current);
        }

        @Override
        public Payment open(String reference, PaymentRequest request) {
            if (current != null) {
                if (paidMeanwhile) {
                    current = CashierTest.current("12.5", OrderStatus.SUCCESS);
                }
                throw new PaymentConflictException("another is open");
            }
            opened.add(request);
            return payment(PAY);
        }

        @Override
        public Payment openInsteadOf(String paymentId, String reference, PaymentRequest request) {
            if (current != null && !current.paymentId().equals(paymentId)) {
                return open(reference, request);
            }
            another.add(request);
            return payment(PAY_ANOTHER);
        }
    }

    @Test
    void readsTheQueryWhateverIsInIt() {
        assertThat(CashierRequest.of("/a/b?x=1&y&z=%zz&=&x=2", "").query())
                .isEqualTo(Map.of("x", "2", "y", "", "z", "%zz", "", ""));
        assertThat(CashierRequest.of("", "").link()).isEmpty();
    }
}
