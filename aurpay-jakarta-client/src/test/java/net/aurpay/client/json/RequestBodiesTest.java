package net.aurpay.client.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.aurpay.client.Callbacks;
import net.aurpay.client.LightningOrderRequest;
import net.aurpay.client.LightningWithdrawalRequest;
import net.aurpay.client.PaymentRequest;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.client.TestData;
import net.aurpay.client.WithdrawalRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodiesTest {
    private static final URI SUCCEED = URI.create("https://example.com/succeed_url");
    private static final URI TIMEOUT = URI.create("https://example.com/timeout_url");
    private static final Callbacks CALLBACKS = new Callbacks(
            URI.create("https://example.com/callback_url"), URI.create("https://example.com/timeout_callback"), false);
    private static final String INVOICE =
            vectorBody("POST /api/bln/withdraw").replaceAll(".*\"ln_invoices\":\"([^\"]*)\".*", "$1");

    @Test
    void writesTheBodiesOfTheVectors() {
        Map<String, Record> requests = Map.of(
                "POST /api/order/pay-url",
                        PaymentUrlRequest.of(BigDecimal.TEN, "USD")
                                .withCallbacks(CALLBACKS)
                                .withTimeoutUrl(TIMEOUT)
                                .withSucceedUrl(SUCCEED),
                "POST /api/order/pay-info",
                        PaymentRequest.of("ETH", "USDT-ERC20", new BigDecimal(18), "USD")
                                .withCallbacks(CALLBACKS)
                                .withTimeoutUrl(TIMEOUT)
                                .withSucceedUrl(SUCCEED),
                "POST /api/bln/order",
                        LightningOrderRequest.of(new BigDecimal(20), "USD")
                                .withCallbacks(CALLBACKS)
                                .withTimeoutUrl(TIMEOUT)
                                .withSucceedUrl(SUCCEED),
                "POST /api/bln/withdraw",
                        LightningWithdrawalRequest.of(INVOICE).withAmount(new BigDecimal("0.00017293")),
                "POST /api/withdraw", WithdrawalRequest.of("ETH", "USDT-ERC20", BigDecimal.TEN));
        requests.forEach((name, request) -> assertThat(text(request)).as(name).isEqualTo(vectorBody(name)));
    }

    @Test
    void writesEveryFieldOfEveryRequest() {
        assertThat(text(PaymentUrlRequest.of(new BigDecimal("9.90"), "USD")
                        .withOrigin("123456", URI.create("https://example.com/order/123456"))
                        .withSucceedUrl(SUCCEED)
                        .withTimeoutUrl(TIMEOUT)
                        .withCallbacks(CALLBACKS)
                        .withStablecoinAtPar(false)
                        .withPostCallbacks(true)))
                .isEqualTo("{\"price\":9.90,\"currency\":\"USD\",\"id\":\"123456\","
                        + "\"url\":\"https://example.com/order/123456\","
                        + "\"succeed_url\":\"https://example.com/succeed_url\","
                        + "\"timeout_url\":\"https://example.com/timeout_url\","
                        + "\"callback_url\":\"https://example.com/callback_url\","
                        + "\"timeout_callback\":\"https://example.com/timeout_callback\","
                        + "\"fixed_encrypt_price\":false,\"enable_post_callback\":true}");
        assertThat(text(PaymentRequest.of("ETH", "USDT-ERC20", BigDecimal.ONE, "USD")
                        .withStablecoinAtPar(true)
                        .withPostCallbacks(false)))
                .isEqualTo("{\"chain\":\"ETH\",\"currency\":\"USDT-ERC20\",\"vs_currency\":\"USD\",\"vs_price\":1,"
                        + "\"fixed_encrypt_price\":true,\"enable_post_callback\":false}");
        assertThat(text(WithdrawalRequest.of("BLN", "BTC-LN", new BigDecimal("0.1"))
                        .withLightning("lnbc1", "123456")))
                .isEqualTo("{\"chain\":\"BLN\",\"currency\":\"BTC-LN\",\"amount\":0.1,"
                        + "\"ln_invoices\":\"lnbc1\",\"verify_code\":\"123456\"}");
        assertThat(text(LightningWithdrawalRequest.of("lnbc1"))).isEqualTo("{\"ln_invoices\":\"lnbc1\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "0.00000050, 0.00000050",
        "5.0E-7, 0.00000050",
        "1E+3, 1000",
        "1.50, 1.50",
        "100, 100",
        "100.00, 100.00",
        "1E-18, 0.000000000000000001",
        "123456789012345678901234567890.123456789012345678, 123456789012345678901234567890.123456789012345678"
    })
    void writesMoneyInPlainNotationToTheLastDigit(BigDecimal price, String written) {
        assertThat(text(PaymentUrlRequest.of(price, "USD")))
                .isEqualTo("{\"price\":" + written + ",\"currency\":\"USD\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"quoted\"",
                "back\\slash",
                "tab\tnewline\nreturn\r",
                "\u0000\u0001\u001f\u007f\u0080",
                "\u2028\u2029",
                "Gruß 中 \uD83D\uDE00",
                "</script>",
                "\",\"price\":0.01,\"x\":\"",
                "a/b"
            })
    void writesAnyTextWithoutLoss(String id) {
        String json = text(PaymentUrlRequest.of(BigDecimal.ONE, "USD").withOrigin(id, null));
        JsonObject read = Json.createReader(new StringReader(json)).readObject();
        assertThat(read.keySet()).containsExactly("price", "currency", "id");
        assertThat(read.getString("id")).isEqualTo(id);
        assertThat(json.chars()).allMatch(c -> c >= ' ');
    }

    private static String vectorBody(String name) {
        return TestData.rows("signature-vectors.json", "requests").stream()
                .filter(vector -> vector.getString("name").equals(name))
                .findFirst()
                .orElseThrow()
                .getString("body");
    }

    private static String text(Record request) {
        return new String(JsonBinding.get().write(request), StandardCharsets.UTF_8);
    }
}
