package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.aurpay.it.browser.QrCodes;
import net.aurpay.it.sandbox.Fault;
import net.aurpay.it.sandbox.ReceivedRequest;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.sandbox.SandboxOrder;
import net.aurpay.it.sandbox.SandboxResponse;
import net.aurpay.webhook.testing.SignedCallback;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the shop that {@code docs/payment-page.md} shows, without a browser. */
@Tag("liberty")
@ExtendWith(Shared.class)
class PaymentPageIT {
    private static final String MARKUP = "<img src=x onerror=alert(1)>\"'&";

    private final ShopProbe shop;
    private final Sandbox sandbox;

    PaymentPageIT(TableServer server) {
        shop = server.shop(TableServer.PAYMENT_PAGE);
        sandbox = shop.sandbox();
    }

    @ParameterizedTest
    @CsvSource({
        "18.00, USDT-TRC20, TRX, Tether USD, TRON",
        "0.50, BTC, BTC, Bitcoin, Bitcoin",
        "1500, ETH, ETH, Ethereum, Ethereum",
        "19.90, USDC-ERC20, ETH, USD Coin, Ethereum",
        // without a name, so the code is shown
        "5.00, BNB, BSC, BNB, BNB Smart Chain"
    })
    void orderIsPaidWithWhatThePageShows(
            String price, String currency, String network, String coinName, String networkName) throws Exception {
        PaidPage page = PaidPage.of(shop, "Mug", price);
        assertThat(page.html()).contains("How do you want to pay?", "value=\"" + currency + "\"");

        HttpResponse<String> chosen = page.choose(currency);
        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(page.url().resolve(chosen.headers().firstValue("Location").orElseThrow()))
                .isEqualTo(page.url());
        String html = page.html();
        assertThat(PaidPage.shown("network", html)).isEqualTo(network);
        SandboxOrder order = page.send(PaidPage.shown("amount", html), PaidPage.shown("address", html), network);

        assertThat(order.vsPrice()).isEqualByComparingTo(new BigDecimal(price));
        assertThat(order.coin().currency()).isEqualTo(currency);
        assertThat(html)
                .contains("<h1>Send exactly " + order.amount().toPlainString() + " " + coinName + "</h1>")
                .contains(coinName + " <small>" + currency + "</small>", networkName + " <small id=\"network\">")
                .contains("Send only " + coinName + " <small>", "only on the network " + networkName + ".");
        if (order.coin().contract() == null) {
            assertThat(html).doesNotContain("id=\"contract\"");
        } else {
            assertThat(PaidPage.shown("contract", html)).isEqualTo(order.coin().contract());
        }
        assertThat(shop.firstAttempt(order.orderId()).status()).isEqualTo(200);
        assertThat(page.state()).isEqualTo("PAID");
        assertThat(page.html()).contains("Paid, thank you").doesNotContain(order.address(), "http-equiv", "payment.js");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00000020", "18.0000000000", "123456789.01234567891", "1000000"})
    void amountIsShownDigitByDigit(String amount) {
        PaidPage page = PaidPage.of(shop, "Mug", "18.00");
        String response = "{\"code\":0,\"message\":\"ok\",\"result\":true,\"data\":{\"order_id\":\"1\",\"amount\":\""
                + amount + "\",\"address\":\"T1\",\"create_time\":\""
                + LocalDateTime.now(ZoneOffset.UTC).withNano(0) + "\"}}";
        sandbox.faults()
                .next(
                        1,
                        PaymentPageIT::createsPayment,
                        Fault.instead(SandboxResponse.of(200, "application/json", response)));

        page.choose("BTC");

        assertThat(page.shown("amount")).isEqualTo(amount);
        assertThat(page.html()).contains("<h1>Send exactly " + amount + " Bitcoin</h1>");
    }

    @Test
    void codeContainsTheAddress() throws Exception {
        PaidPage page = open("USDT-TRC20");

        HttpResponse<String> code = page.get("/code");

        assertThat(code.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
        assertThat(QrCodes.readSvg(code.body())).isEqualTo(page.shown("address"));
    }

    @Test
    void payUntilIs30MinutesAfterAurpayCreatedTheOrder() throws Exception {
        PaidPage page = open("BTC");
        Instant until = sandbox.order(page.orderId())
                .createTime()
                .truncatedTo(ChronoUnit.SECONDS)
                .plus(Duration.ofMinutes(30));

        assertThat(page.html())
                .contains("<time datetime=\"" + until + "\">"
                        + until.toString().replace('T', ' ').replace("Z", "") + "</time>")
                .contains("Times are in <span id=\"zone\">UTC</span>.")
                .contains("<noscript><meta http-equiv=\"refresh\" content=\"15\"></noscript>");
        assertThat(page.shown("left")).matches("29 minutes|30 minutes");
        assertThat(Probe.parse(page.get("/status").body()).getString("timeLeft"))
                .matches("2[89] minutes|30 minutes");
    }

    @Test
    void pageShowsNoAddressWhenTheTimeIsOverAndOffersAnotherPaymentWhenAurpaySaysSo() throws Exception {
        PaidPage page = open("USDT-TRC20");
        String first = page.orderId();
        String address = page.shown("address");
        letTheTimePass(page);

        assertThat(page.state()).isEqualTo("TIME_OVER");
        assertThat(page.html()).contains("The time to pay is over").doesNotContain(address, "<form");
        assertThat(page.get("/code").statusCode()).isEqualTo(404);

        sandbox.expire(first);
        assertThat(shop.firstAttempt(first).status()).isEqualTo(200);
        assertThat(page.state()).isEqualTo("EXPIRED");
        assertThat(page.html()).contains("Not paid in time", "<form").doesNotContain(address);

        assertThat(page.choose("USDT-TRC20").statusCode()).isEqualTo(303);
        assertThat(page.state()).isEqualTo("OPEN");
        assertThat(page.orderId()).isNotEqualTo(first);
    }

    @Test
    void timeOutOfAnEarlierPaymentDoesNotEndTheOpenOne() throws Exception {
        PaidPage page = open("USDT-TRC20");
        String first = page.orderId();
        // As if another way had said so before the callback comes.
        shop.postgres().execute("update sale set state = 'EXPIRED' where reference = '" + page.reference() + "'");
        page.choose("USDT-TRC20");

        sandbox.expire(first);

        assertThat(shop.firstAttempt(first).status()).isEqualTo(200);
        assertThat(page.state()).isEqualTo("OPEN");
    }

    @Test
    void paymentThatIsLateIsShownAsPaid() throws Exception {
        PaidPage page = open("USDT-TRC20");
        letTheTimePass(page);

        assertThat(shop.pay(page.orderId()).status()).isEqualTo(200);

        assertThat(page.state()).isEqualTo("PAID");
    }

    @Test
    void underpaidPaymentIsShownUntilSomebodyResolvesIt() throws Exception {
        PaidPage page = open("USDT-TRC20");
        String address = page.shown("address");
        SandboxOrder underpaid = sandbox.underpay(page.orderId(), new BigDecimal("6.2500"));

        PaidPage.post(shop, "probe/sales/look", "");
        assertThat(page.state()).isEqualTo("UNDERPAID");
        assertThat(page.shown("received")).isEqualTo("6.2500");
        assertThat(page.shown("missing"))
                .isEqualTo(underpaid.amount().subtract(new BigDecimal("6.2500")).toPlainString());
        assertThat(page.html()).contains("</code> Tether USD <small>USDT-TRC20</small>");
        assertThat(page.html()).contains("A part of the amount is missing").doesNotContain(address, "<form");
        letTheTimePass(page);
        assertThat(shop.timedOut(page.orderId())).isEqualTo(200);
        assertThat(page.state()).isEqualTo("UNDERPAID");

        sandbox.resolve(page.orderId());
        shop.firstAttempt(page.orderId());
        assertThat(page.state()).isEqualTo("PAID");
    }

    /** As after a double click: the second request is done while the first one waits for Aurpay's response. */
    @Test
    void onlyOneOfTwoPaymentsIsShown() throws Exception {
        PaidPage page = PaidPage.of(shop, "Mug", "9.50");
        CompletableFuture<Void> sent = new CompletableFuture<>();
        CompletableFuture<Void> overtaken = new CompletableFuture<>();
        sandbox.faults().next(1, PaymentPageIT::createsPayment, (exchange, right, closed) -> {
            sent.complete(null);
            overtaken.join();
            Fault.send(exchange, right);
        });
        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> page.choose("USDT-TRC20"));
        sent.get(1, TimeUnit.MINUTES);

        assertThat(page.choose("BTC").statusCode()).isEqualTo(303);
        overtaken.complete(null);

        assertThat(first.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(303);
        assertThat(page.shown("network")).isEqualTo("TRX");
        assertThat(page.choose("ETH").statusCode()).isEqualTo(303);
        assertThat(page.shown("network")).isEqualTo("TRX");
    }

    private static boolean createsPayment(ReceivedRequest request) {
        return request.target().equals("/api/order/pay-info");
    }

    @Test
    void customerMayTryAgainIfThePaymentServiceWasNotAvailable() {
        PaidPage page = PaidPage.of(shop, "Mug", "9.50");
        sandbox.faults().next(1, PaymentPageIT::createsPayment, Fault.drop());

        HttpResponse<String> failed = page.choose("BTC");

        assertThat(failed.statusCode()).isEqualTo(503);
        assertThat(failed.body()).contains("You have paid nothing", ">Try again</a>");
        assertThat(page.choose("BTC").statusCode()).isEqualTo(303);
        assertThat(page.state()).isEqualTo("OPEN");
    }

    @Test
    void currencyThatIsNotOfferedIsRejected() {
        PaidPage page = PaidPage.of(shop, "Mug", "9.50");

        for (String currency : List.of("", "BTC-LN", "DOGE")) {
            HttpResponse<String> response = page.choose(currency);
            assertThat(response.statusCode()).as(currency).isEqualTo(400);
            assertThat(response.body()).contains("Please choose a currency", "<form");
        }
        assertThat(page.state()).isEqualTo("NEW");
    }

    @Test
    void markupIsText() throws Exception {
        PaidPage page = PaidPage.of(shop, MARKUP, "9.50");
        assertNoMarkup(page.html());
        page.choose("USDT-TRC20");
        shop.postgres()
                .execute("update sale set "
                        + String.join(
                                ", ",
                                List.of("amount", "address", "chain", "currency", "contract_address").stream()
                                        .map(column -> column + " = $$" + MARKUP.substring(0, 20) + "$$")
                                        .toList())
                        + " where reference = '" + page.reference() + "'");

        assertNoMarkup(page.html());
        assertThat(page.shown("address")).startsWith("&lt;img src=x");
    }

    private static void assertNoMarkup(String html) {
        assertThat(html).contains("&lt;img src=x").doesNotContain("<img src=x", "\"'&", "alert(1)>");
    }

    @Test
    void pageHasNoSecretAndCannotBeFramedCachedOrScripted() {
        PaidPage page = open("USDT-TRC20");
        HttpResponse<String> html = page.get("");

        // Not by AssertJ's contains, which would print the secret.
        assertThat(Sandboxes.secrets().filter(html.body()::contains)).isEmpty();
        assertThat(html.body()).doesNotContain("payment=", "aurpay/callbacks", "onclick", "<style", "style=");
        assertThat(html.body().replaceAll("<script src=\"[^\"]+\" defer></script>", ""))
                .doesNotContain("<script");
        for (String path : List.of("", "/status", "/code")) {
            assertThat(page.get(path).headers().firstValue("Cache-Control"))
                    .as(path)
                    .hasValue("no-store");
            assertThat(page.get(path).headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'"));
        }
    }

    @Test
    void callbackOfAnUnknownSaleIsAnswered500SoThatItComesAgain() {
        SignedCallback paid = SignedCallback.succeeded(
                        URI.create("https://shop.example.com/payment-page/aurpay/callbacks"), "unknown")
                .signedWith(sandbox.keys().callbackToken(), sandbox.keys().callbackSecret());

        assertThat(shop.send(paid)).isEqualTo(500);
    }

    @Test
    void unknownReferenceIsNotFound() {
        assertThat(new PaidPage(shop, "1").get("").statusCode()).isEqualTo(404);
        assertThat(new PaidPage(shop, "1").get("/status").statusCode()).isEqualTo(404);
        assertThat(new PaidPage(shop, "1").choose("BTC").statusCode()).isEqualTo(404);
        assertThat(PaidPage.of(shop, "Mug", "9.50").get("/code").statusCode()).isEqualTo(404);
        // 122 random bits
        assertThat(PaidPage.of(shop, "Mug", "9.50").reference()).matches("[0-9a-f-]{14}4[0-9a-f-]{21}");
    }

    private PaidPage open(String currency) {
        PaidPage page = PaidPage.of(shop, "Mug", "18.00");
        assertThat(page.choose(currency).statusCode()).isEqualTo(303);
        return page;
    }

    private void letTheTimePass(PaidPage page) throws SQLException {
        shop.postgres()
                .execute("update sale set pay_until = pay_until - interval '31 minutes' where reference = '"
                        + page.reference() + "'");
    }
}
