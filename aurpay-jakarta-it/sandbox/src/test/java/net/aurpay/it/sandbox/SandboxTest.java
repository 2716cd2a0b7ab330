package net.aurpay.it.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults()
            .merchants(List.of(Keys.random("mct-07d283468bf8")))
            .retryPauses(List.of(Duration.ofMillis(10), Duration.ofMillis(10))));
    private final LinkedBlockingQueue<ReceivedRequest> received = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    private HttpServer shop;

    @BeforeEach
    void start() throws IOException {
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/", exchange -> {
            received.add(ApiHandler.read(exchange));
            Integer status = answers.poll();
            exchange.sendResponseHeaders(status == null ? 200 : status, -1);
            exchange.close();
        });
        shop.start();
    }

    @AfterEach
    void stop() {
        shop.stop(0);
        sandbox.close();
    }

    @Test
    void callbackOfPaidOrderIsSignedForItsExactUrlAndSentUntil200() throws Exception {
        answers.addAll(List.of(500, 204));
        String url = shop("/paid?reference=A%2F1&x=%20y");

        String orderId = order(url, false);
        sandbox.pay(orderId);

        for (int i = 0; i < 3; i++) {
            ReceivedRequest callback = received.poll(20, TimeUnit.SECONDS);
            assertThat(callback).isNotNull();
            assertThat(callback.method() + " " + callback.target()).isEqualTo("GET /paid?reference=A%2F1&x=%20y");
            assertThat(callback.header("Callback-Token"))
                    .isEqualTo(sandbox.keys().callbackToken());
            assertThat(callback.header("Signature"))
                    .isEqualTo(Signatures.hmac(
                            "HMAC-SHA256", sandbox.keys().callbackSecret(), callback.header("Date") + " | " + url));
        }
        sandbox.callbacks().await(attempt -> attempt.status() == 200 && attempt.last(), PATIENCE);
        assertThat(sandbox.callbacks().of(orderId))
                .extracting(CallbackAttempt::status)
                .containsExactly(500, 204, 200);
        assertThat(sandbox.order(orderId).status()).isEqualTo("SUCCESS");
    }

    @Test
    void postCallbackContainsTheOrderWithItsRecorded26Fields() throws Exception {
        String orderId = order(shop("/paid"), true);
        sandbox.pay(orderId);

        ReceivedRequest callback = received.poll(20, TimeUnit.SECONDS);

        assertThat(callback).isNotNull();
        assertThat(callback.method()).isEqualTo("POST");
        assertThat(parse(callback.text()).keySet())
                .containsExactly(
                        "user_id",
                        "order_id",
                        "order_type",
                        "platform",
                        "status",
                        "chain",
                        "chain_name",
                        "currency",
                        "amount",
                        "vs_price",
                        "vs_currency",
                        "remark",
                        "refund",
                        "bind_id",
                        "create_time",
                        "update_time",
                        "tx_id",
                        "tx_type",
                        "obtained",
                        "fee",
                        "from_addr",
                        "to_addr",
                        "tx_hash",
                        "tx_hash_list",
                        "contract_id",
                        "website");
    }

    @Test
    void callbacksHaveTheRequestedFaults() throws Exception {
        sandbox.callbackPlan(CallbackPlan.NORMAL
                .copies(2)
                .dateShift(Duration.ofDays(-2))
                .tampering(CallbackPlan.Tampering.SIGNATURE));
        sandbox.expire(order(shop("/paid"), false));

        for (int i = 0; i < 2; i++) {
            ReceivedRequest callback = received.poll(20, TimeUnit.SECONDS);
            assertThat(callback).isNotNull();
            assertThat(callback.target()).isEqualTo("/late");
            assertThat(Instant.parse(callback.header("Date")))
                    .isBefore(Instant.now().minus(Duration.ofDays(1)));

            assertThat(callback.header("Signature"))
                    .isNotEqualTo(Signatures.hmac(
                            "HMAC-SHA256",
                            sandbox.keys().callbackSecret(),
                            callback.header("Date") + " | " + shop("/late")));
        }
    }

    @Test
    void copiesGoToTheGivenAddressesInTurnAndAreSignedForTheRegisteredUrl() throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        LinkedBlockingQueue<String> elsewhere = new LinkedBlockingQueue<>();
        other.createContext("/", exchange -> {
            elsewhere.add(ApiHandler.read(exchange).target());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        other.start();
        try {
            sandbox.callbackPlan(CallbackPlan.NORMAL
                    .copies(4)
                    .via(
                            "http://127.0.0.1:" + shop.getAddress().getPort(),
                            "http://127.0.0.1:" + other.getAddress().getPort()));
            String url = "https://shop.example.com/paid?reference=A1";

            sandbox.pay(order(url, false));

            for (int i = 0; i < 2; i++) {
                ReceivedRequest here = received.poll(20, TimeUnit.SECONDS);
                assertThat(here).isNotNull();
                assertThat(here.header("Signature"))
                        .isEqualTo(Signatures.hmac(
                                "HMAC-SHA256", sandbox.keys().callbackSecret(), here.header("Date") + " | " + url));
                assertThat(elsewhere.poll(20, TimeUnit.SECONDS)).isEqualTo("/paid?reference=A1");
            }
            assertThat(received).isEmpty();
            assertThat(elsewhere).isEmpty();
        } finally {
            other.stop(0);
        }
    }

    @Test
    void underpaidOrderIsPartialUntilItIsResolved() throws Exception {
        String orderId = order(shop("/paid"), false);

        assertThat(sandbox.underpay(orderId).status()).isEqualTo("PARTIAL");
        assertThat(sandbox.resolve(orderId).status()).isEqualTo("RESOLVED");

        assertThat(received.poll(20, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void orderExpiresByItself() throws Exception {
        try (Sandbox hasty = Sandbox.start(
                SandboxOptions.defaults().merchants(List.of(sandbox.keys())).orderLife(Duration.ofMillis(50)))) {
            String orderId = order(hasty, shop("/paid"), false);

            ReceivedRequest callback = received.poll(20, TimeUnit.SECONDS);

            assertThat(callback).isNotNull();
            assertThat(callback.target()).isEqualTo("/late");
            assertThat(hasty.order(orderId).status()).isEqualTo("OVERDUE");
        }
    }

    @Test
    void listsAreFilteredAndPaged() throws Exception {
        sandbox.addOrders(1000);

        JsonObject page = parse(
                        get("/api/v2/order/?status=SUCCESS&size=100&page=2").body())
                .getJsonObject("data");
        JsonObject none = parse(get("/api/v2/order/?chain=NONE").body()).getJsonObject("data");

        assertThat(page.getInt("total")).isEqualTo(1001);
        assertThat(page.getInt("max_page")).isEqualTo(11);
        assertThat(page.getJsonArray("data")).hasSize(100);
        assertThat(none.getInt("total")).isZero();
        assertThat(get("/api/v2/order/?size=101").statusCode()).isEqualTo(422);
        assertThat(get("/api/v2/tx?sort=up").statusCode()).isEqualTo(422);
    }

    @Test
    void invalidRequestsAreAnsweredWithAnError() throws Exception {
        assertThat(post("/api/order/pay-url", "{").statusCode()).isEqualTo(422);
        assertThat(get("/api/nothing").statusCode()).isEqualTo(404);
        assertThat(get("/api/v2/order/detail/unknown").body()).contains("\"code\":404");
    }

    @Test
    void faultsCanBeRequestedOverHttp() throws Exception {
        post("/sandbox/faults", "{\"fault\":\"html\",\"status\":503,\"times\":2,\"path\":\"/api/order/pay/\"}");

        assertThat(get("/api/v2/tx").statusCode()).isEqualTo(200);
        assertThat(get("/api/order/pay/real-currency").statusCode()).isEqualTo(503);
        assertThat(get("/api/order/pay/real-currency").statusCode()).isEqualTo(503);
        assertThat(get("/api/order/pay/real-currency").statusCode()).isEqualTo(200);
        assertThat(post("/sandbox/faults", "{\"fault\":\"none\"}").body()).contains("<none>");
    }

    @Test
    void callbackFaultsCanBeRequestedOverHttp() throws Exception {
        post("/sandbox/callback-plan", "{\"copies\":2,\"tampering\":\"token\"}");
        sandbox.pay(order(shop("/paid"), false));

        for (int i = 0; i < 2; i++) {
            ReceivedRequest callback = received.poll(20, TimeUnit.SECONDS);
            assertThat(callback).isNotNull();
            assertThat(callback.header("Callback-Token"))
                    .isNotEqualTo(sandbox.keys().callbackToken());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"price\":0,\"currency\":\"USD\"}",
                "{\"price\":-1,\"currency\":\"USD\"}",
                "{\"price\":\"1\",\"currency\":\"USD\"}",
                "{\"price\":1e999999999,\"currency\":\"USD\"}",
                "{\"price\":1e-999999999,\"currency\":\"USD\"}",
                "{\"price\":0.1000000000000000055511151231257827,\"currency\":\"USD\"}",
                "{\"price\":1}"
            })
    void invalidPriceIsUnprocessable(String body) throws Exception {
        assertThat(post("/api/order/pay-url", body).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"usd", "XXQ", "USDT-TRC20", " USD"})
    void unlistedPriceCurrencyIsRejected(String currency) throws Exception {
        String quoted = "\"" + currency + "\"";

        assertThat(code(post("/api/order/pay-url", "{\"price\":1,\"currency\":" + quoted + "}")))
                .isEqualTo(400);
        assertThat(code(post("/api/bln/order", "{\"price\":1,\"currency\":" + quoted + "}")))
                .isEqualTo(400);
        assertThat(code(post(
                        "/api/order/pay-info",
                        "{\"chain\":\"TRX\",\"currency\":\"USDT-TRC20\",\"vs_price\":1,\"vs_currency\":" + quoted
                                + "}")))
                .isEqualTo(400);
    }

    @Test
    void unlistedCoinIsRejectedForPaymentAndWithdrawal() throws Exception {
        String swapped = "{\"chain\":\"USDT-TRC20\",\"currency\":\"TRX\",\"vs_price\":1,\"vs_currency\":\"USD\"}";
        assertThat(code(post("/api/order/pay-info", swapped))).isEqualTo(400);

        try (Sandbox verified = Sandbox.start(
                SandboxOptions.defaults().merchants(List.of(sandbox.keys())).verified(true))) {
            HttpResponse<String> withdrawn = send(HttpRequest.newBuilder(URI.create(verified.url() + "/api/withdraw"))
                    .POST(BodyPublishers.ofString("{\"chain\":\"ETH\",\"currency\":\"DOGE\",\"amount\":1}")));
            assertThat(code(withdrawn)).isEqualTo(400);
        }
    }

    @Test
    void orderCanBeRefundedOnlyOnce() throws Exception {
        String orderId = order(shop("/paid"), false);
        assertThat(code(post("/api/v2/order/refund/" + orderId, ""))).isEqualTo(400);
        sandbox.pay(orderId);
        assertThat(code(get("/api/v2/order/refund-info/" + orderId))).isZero();

        assertThat(code(post("/api/v2/order/refund/" + orderId, ""))).isZero();

        assertThat(code(post("/api/v2/order/refund/" + orderId, ""))).isEqualTo(40006);
        assertThat(code(get("/api/v2/order/refund-info/" + orderId))).isEqualTo(40006);
        assertThat(get("/api/v2/tx?type=REFUND").body().split("REFUND", -1)).hasSize(2);
    }

    @Test
    void recordedOrderCanBeRefundedAgainAfterItIsRestored() throws Exception {
        String refund = "/api/v2/order/refund/" + Recordings.REFUND_ORDER;
        assertThat(code(post(refund, ""))).isZero();
        assertThat(code(post(refund, ""))).isEqualTo(40006);

        sandbox.restoreRecordedOrders();

        assertThat(code(post(refund, ""))).isZero();
    }

    @Test
    void orderThatDoesNotCoverTheNetworkFeeIsNotRefunded() throws Exception {
        String response = post(
                        "/api/order/pay-info",
                        "{\"chain\":\"TRX\",\"currency\":\"USDT-TRC20\",\"vs_price\":0.1,\"vs_currency\":\"USD\"}")
                .body();
        String orderId = parse(response).getJsonObject("data").getString("order_id");
        sandbox.pay(orderId);

        assertThat(code(post("/api/v2/order/refund/" + orderId, ""))).isEqualTo(400);
        assertThat(sandbox.order(orderId).status()).isEqualTo("SUCCESS");
    }

    /** Uses a raw connection, because the JDK's HTTP client does not let a test choose the {@code Host} header. */
    @ParameterizedTest
    @CsvSource({
        "/,evil.example,403",
        "/main.js,evil.example,403",
        "/sandbox/state,evil.example,403",
        "/sandbox/orders,localhost.evil.example,403",
        "/api/order/pay/real-currency,127.0.0.1.evil.example:9090,403",
        "/,,403",
        "/,localhost:1234,200",
        "/sandbox/state,LOCALHOST,200",
        "/,127.0.0.2,200",
        "/,[::1]:9090,200",
        "/,sandbox.example.com,200",
        "/sandbox/state,sandbox.example.com:9090,200"
    })
    void acceptsRequestsForItsOwnHostsOnly(String target, String host, int status) throws Exception {
        try (Sandbox published = Sandbox.start(
                        SandboxOptions.defaults().publicUrl(URI.create("http://sandbox.example.com:9090")));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), published.port())) {
            String request = "GET " + target + " HTTP/1.1\r\nConnection: close\r\nOrigin: http://" + host + "\r\n"
                    + (host == null ? "" : "Host: " + host + "\r\n") + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 " + status + " ");
            assertThat(published.url()).isEqualTo("http://sandbox.example.com:9090");
        }
    }

    @Test
    void pagesOfOtherOriginsMayNotControlTheSandbox() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + "/sandbox/orders"))
                .header("Origin", "https://elsewhere.example.com")
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body())
                .contains("\"code\":403");
    }

    private String order(String url, boolean post) throws Exception {
        return order(sandbox, url, post);
    }

    private String order(Sandbox at, String url, boolean post) throws Exception {
        String body = Json.createObjectBuilder()
                .add("chain", "TRX")
                .add("currency", "USDT-TRC20")
                .add("vs_currency", "USD")
                .add("vs_price", 18)
                .add("callback_url", url)
                .add("timeout_callback", shop("/late"))
                .add("enable_post_callback", post)
                .build()
                .toString();
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(at.url() + "/api/order/pay-info"))
                .POST(BodyPublishers.ofString(body)));
        return parse(response.body()).getJsonObject("data").getString("order_id");
    }

    private String shop(String target) {
        return "http://127.0.0.1:" + shop.getAddress().getPort() + target;
    }

    private HttpResponse<String> get(String target) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(sandbox.url() + target)));
    }

    private HttpResponse<String> post(String target, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(sandbox.url() + target)).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        boolean lightning = request.build().uri().getPath().startsWith("/api/bln/");
        Keys keys = sandbox.keys();
        return HttpClient.newHttpClient()
                .send(
                        request.header("API-Key", lightning ? keys.lightningApiKey() : keys.apiKey())
                                .build(),
                        BodyHandlers.ofString());
    }

    private static int code(HttpResponse<String> response) {
        return parse(response.body()).getInt("code");
    }

    private static JsonObject parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
