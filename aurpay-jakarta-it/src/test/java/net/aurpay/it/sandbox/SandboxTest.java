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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
    void paidOrderIsCalledBackSignedByteForByteUntil200() throws Exception {
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
    void postCallbackBringsTheOrderWithItsRecorded26Fields() throws Exception {
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
    void callbacksGoWrongOnDemand() throws Exception {
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
    void copiesGoToTheirAddressesInTurnSignedForTheRegisteredUrl() throws Exception {
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
    void listsFilterAndPage() throws Exception {
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
    void unreadableRequestsAreAnswered() throws Exception {
        assertThat(post("/api/order/pay-url", "{").statusCode()).isEqualTo(422);
        assertThat(post("/api/order/pay-url", "{\"price\":-1,\"currency\":\"USD\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("/api/order/pay-url", "{\"price\":1}").statusCode()).isEqualTo(422);
        assertThat(get("/api/nothing").statusCode()).isEqualTo(404);
        assertThat(get("/api/v2/order/detail/unknown").body()).contains("\"code\":404");
    }

    @Test
    void faultsCanBeAskedForOverHttp() throws Exception {
        post("/sandbox/faults", "{\"fault\":\"html\",\"status\":503,\"times\":2,\"path\":\"/api/order/pay/\"}");

        assertThat(get("/api/v2/tx").statusCode()).isEqualTo(200);
        assertThat(get("/api/order/pay/real-currency").statusCode()).isEqualTo(503);
        assertThat(get("/api/order/pay/real-currency").statusCode()).isEqualTo(503);
        assertThat(get("/api/order/pay/real-currency").statusCode()).isEqualTo(200);
        assertThat(post("/sandbox/faults", "{\"fault\":\"none\"}").body()).contains("<none>");
    }

    @Test
    void callbacksCanBeToldToGoWrongOverHttp() throws Exception {
        post("/sandbox/callback-plan", "{\"copies\":2,\"tampering\":\"token\"}");
        sandbox.pay(order(shop("/paid"), false));

        for (int i = 0; i < 2; i++) {
            ReceivedRequest callback = received.poll(20, TimeUnit.SECONDS);
            assertThat(callback).isNotNull();
            assertThat(callback.header("Callback-Token"))
                    .isNotEqualTo(sandbox.keys().callbackToken());
        }
    }

    @Test
    void foreignPagesMayNotControlIt() throws Exception {
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
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(at.url() + "/api/order/pay-info"))
                .POST(BodyPublishers.ofString(body)));
        return parse(answer.body()).getJsonObject("data").getString("order_id");
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
        return HttpClient.newHttpClient()
                .send(request.header("API-Key", sandbox.keys().apiKey()).build(), BodyHandlers.ofString());
    }

    private static JsonObject parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
