package net.aurpay.it.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The accounts of one sandbox: nothing of one is ever another's. */
class AccountsTest {
    private static final List<String> NAMES = List.of(SandboxOptions.UNNAMED, "north", "south");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ID = "20300101120000000001";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults()
            .account("north", Keys.random("mct-north"))
            .account("south", Keys.random("mct-south"))
            .retryPauses(List.of()));
    private final LinkedBlockingQueue<ReceivedRequest> received = new LinkedBlockingQueue<>();
    private HttpServer shop;

    @BeforeEach
    void start() throws IOException {
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/", exchange -> {
            received.add(ApiHandler.read(exchange));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        shop.start();
    }

    @AfterEach
    void stop() {
        shop.stop(0);
        sandbox.close();
    }

    static Stream<Arguments> pairs() {
        return NAMES.stream().flatMap(one -> NAMES.stream().map(other -> Arguments.of(one, other)));
    }

    static Stream<Arguments> wrongPairs() {
        return pairs().filter(pair -> !pair.get()[0].equals(pair.get()[1]));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void onlyTheSecretOfTheTokensAccountIsAccepted(String token, String secret) {
        int expected = token.equals(secret) ? 0 : 401;

        assertThat(Merchant.code(signed(
                        "/api/v2/tx", keys(token).apiToken(), keys(secret).secretKey())))
                .isEqualTo(expected);
        assertThat(Merchant.code(signed(
                        "/api/bln/balance",
                        keys(token).lightningApiToken(),
                        keys(secret).lightningSecretKey())))
                .isEqualTo(token.equals(secret) ? 0 : 401);
    }

    @ParameterizedTest
    @MethodSource("wrongPairs")
    void orderOfAnotherAccountIsLikeAnUnknownOrder(String owner, String other) {
        String orderId = merchant(owner).order(Merchant.NOWHERE);
        sandbox.pay(orderId);
        Merchant stranger = merchant(other);

        for (Function<String, HttpResponse<String>> request : List.<Function<String, HttpResponse<String>>>of(
                id -> stranger.get("/api/v2/order/detail/" + id),
                id -> stranger.get("/api/v2/order/refund-info/" + id),
                id -> stranger.post("/api/v2/order/refund/" + id, ""))) {
            HttpResponse<String> response = request.apply(orderId);
            assertThat(Merchant.code(response)).isEqualTo(404);
            assertThat(withoutTrace(response)).isEqualTo(withoutTrace(request.apply("20300101120000999999")));
        }
        assertThat(list(other, "/api/v2/order/?order_id=" + orderId).getInt("total"))
                .isZero();
        assertThat(merchant(owner).status(orderId)).isEqualTo("SUCCESS");
    }

    @Test
    void listsAndTotalsContainOnlyTheCallersOwn() {
        String since = "st=" + Instant.now().minusSeconds(60).toString().substring(0, 19);
        for (int i = 0; i < NAMES.size(); i++) {
            for (int count = 0; count <= i; count++) {
                sandbox.pay(merchant(NAMES.get(i)).order(Merchant.NOWHERE));
            }
        }

        for (int i = 0; i < NAMES.size(); i++) {
            JsonObject orders = list(NAMES.get(i), "/api/v2/order/?" + since);
            assertThat(orders.getInt("total")).isEqualTo(i + 1);
            assertThat(orders.getJsonArray("data").getValuesAs(JsonObject.class))
                    .extracting(order -> order.getString("user_id"))
                    .containsOnly(keys(NAMES.get(i)).userId());
            assertThat(list(NAMES.get(i), "/api/v2/tx?type=ORDER&" + since).getInt("total"))
                    .isEqualTo(i + 1);
        }
        assertThat(sandbox.account("south").orders()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("wrongPairs")
    void refundsAndWithdrawalsLeaveTheOtherAccountAlone(String one, String other) {
        String orderId = merchant(other).order(Merchant.NOWHERE);
        sandbox.pay(orderId);
        String own = merchant(one).order(Merchant.NOWHERE);
        sandbox.pay(own);
        BigDecimal balance = balance(other);
        int transactions = list(other, "/api/v2/tx").getInt("total");

        assertThat(Merchant.code(merchant(one).post("/api/v2/order/refund/" + own, "")))
                .isZero();
        assertThat(Merchant.code(merchant(one).post("/api/bln/withdraw", "{\"ln_invoices\":\"ln\",\"amount\":0.001}")))
                .isZero();
        assertThat(Merchant.code(merchant(one).post("/api/bln/withdraw", "{\"ln_invoices\":\"ln\",\"amount\":0.002}")))
                .isEqualTo(40005);

        assertThat(merchant(one).status(own)).isEqualTo("REFUNDED");
        assertThat(balance(one)).isEqualByComparingTo("0.00182246368");
        assertThat(merchant(other).status(orderId)).isEqualTo("SUCCESS");
        assertThat(balance(other)).isEqualByComparingTo(balance);
        assertThat(list(other, "/api/v2/tx").getInt("total")).isEqualTo(transactions);
    }

    @Test
    void callbackIsSignedWithTheSecretOfTheOrdersAccountOnly() throws Exception {
        for (String name : NAMES) {
            String url = "http://127.0.0.1:" + shop.getAddress().getPort() + "/" + NAMES.indexOf(name);
            sandbox.pay(merchant(name).order(url));
            ReceivedRequest callback = received.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(callback).isNotNull();
            for (String any : NAMES) {
                boolean own = any.equals(name);
                String signature = Signatures.hmac(
                        "HMAC-SHA256", keys(any).callbackSecret(), callback.header("Date") + " | " + url);
                assertThat(signature.equals(callback.header("Signature"))).isEqualTo(own);
                assertThat(keys(any).callbackToken().equals(callback.header("Callback-Token")))
                        .isEqualTo(own);
                assertThat(keys(any).apiKey().equals(callback.header("Api-Key")))
                        .isEqualTo(own);
            }
        }
    }

    @Test
    void ordersOfEqualIdsStayApart() throws Exception {
        for (String name : NAMES) {
            merchant(name).post("/sandbox/next-order-id" + query(name), "{\"orderId\":\"" + ID + "\"}");
            assertThat(merchant(name).order(Merchant.NOWHERE)).isEqualTo(ID);
            assertThat(merchant(name).order(Merchant.NOWHERE)).isNotEqualTo(ID);
        }
        sandbox.callbackLosses().of(sandbox.account("south").order(ID).key(), CallbackLosses.Fate.LOST);

        sandbox.account("north").pay(ID);
        sandbox.refunds().delay(Duration.ofHours(1));
        merchant("north").post("/api/v2/order/refund/" + ID, "");

        assertThat(statuses()).containsExactly("PENDING", "SUCCESS", "PENDING");
        assertThat(Merchant.code(merchant("north").press(ID, "complete-refund?account=south", "")))
                .isEqualTo(400);
        sandbox.account("south").underpay(ID);
        merchant("north").press(ID, "complete-refund?account=north", "");
        assertThat(statuses()).containsExactly("PENDING", "REFUNDED", "PARTIAL");
        sandbox.pay(ID);
        merchant("south").press(ID, "resolve?account=south", "");
        assertThat(statuses()).containsExactly("SUCCESS", "REFUNDED", "RESOLVED");
        sandbox.callbacks()
                .await(attempt -> attempt.order().equals(new OrderKey("mct-south", ID)) && attempt.lost(), PATIENCE);
        sandbox.callbacks()
                .await(attempt -> attempt.order().equals(new OrderKey("mct-north", ID)) && !attempt.lost(), PATIENCE);
        assertThat(list("north", "/api/v2/tx?type=REFUND").getInt("total")).isEqualTo(1);
        assertThat(list("south", "/api/v2/tx?type=REFUND").getInt("total")).isZero();
        assertThat(list("south", "/api/v2/tx?type=UNKOWN")
                        .getJsonArray("data")
                        .getJsonObject(0)
                        .getString("status"))
                .isEqualTo("RESOLVED");
    }

    @Test
    void idThatSeveralNamedAccountsHaveNeedsTheAccount() {
        for (String name : List.of("north", "south")) {
            sandbox.account(name).nextOrderId(ID);
            merchant(name).order(Merchant.NOWHERE);
        }

        assertThatExceptionOfType(ApiError.class)
                .isThrownBy(() -> sandbox.pay(ID))
                .withMessageContaining("Several accounts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandbox.account("north").nextOrderId(ID))
                .withMessageContaining(ID);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandbox.account("north").nextOrderId("a/b"))
                .withMessageContaining("<a/b>");
        assertThat(merchant("north")
                        .post("/sandbox/next-order-id?account=north", "{\"orderId\":\"" + ID + "\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(sandbox.account("south").order(ID).status()).isEqualTo("PENDING");
    }

    @Test
    void orderOfAPaymentUrlBelongsToTheAccountOfTheUrl() {
        String url = Merchant.data(merchant("north").post("/api/order/pay-url", "{\"price\":12,\"currency\":\"USD\"}"))
                .getString("pay_url");

        SandboxOrder order = sandbox.choose(url, "TRX", "USDT-TRC20");

        assertThat(order.userId()).isEqualTo("mct-north");
        assertThat(merchant("north").status(order.orderId())).isEqualTo("PENDING");
        assertThat(Merchant.code(merchant("south").get("/api/v2/order/detail/" + order.orderId())))
                .isEqualTo(404);
    }

    @Test
    void addressOfAnOrdersPageContainsTheNameOfItsAccount() {
        String body = "{\"chain\":\"TRX\",\"currency\":\"USDT-TRC20\",\"vs_currency\":\"USD\",\"vs_price\":18}";
        JsonObject north = Merchant.data(merchant("north").post("/api/order/pay-info", body));
        JsonObject unnamed = Merchant.data(merchant(SandboxOptions.UNNAMED).post("/api/order/pay-info", body));

        assertThat(north.getString("pay_url")).endsWith("/#/cashier/" + north.getString("order_id") + "?account=north");
        assertThat(unnamed.getString("pay_url")).endsWith("/#/cashier/" + unnamed.getString("order_id"));
    }

    @Test
    void pagesAreFilteredByAccountAndShowNoCredential() throws Exception {
        for (String name : NAMES) {
            sandbox.pay(merchant(name).order(Merchant.NOWHERE));
            sandbox.callbacks()
                    .await(attempt -> attempt.order().userId().equals(keys(name).userId()), PATIENCE);
        }
        Merchant page = merchant("north");

        assertThat(page.get("/sandbox/accounts").body()).isEqualTo("[\"(unnamed)\",\"north\",\"south\"]");
        for (String name : NAMES) {
            String query = "?account=" + name;
            String state = page.get("/sandbox/state" + query).body();
            for (String list : List.of("orders", "callbacks")) {
                List<JsonObject> items = Merchant.parse(page.get("/sandbox/state" + query))
                        .asJsonObject()
                        .getJsonArray(list)
                        .getValuesAs(JsonObject.class);
                assertThat(items).extracting(item -> item.getString("account")).containsOnly(name);
                assertThat(Merchant.parse(page.get("/sandbox/" + list + query)).asJsonArray())
                        .isNotEmpty()
                        .allSatisfy(item -> assertThat(item.asJsonObject().getString("account"))
                                .isEqualTo(name));
            }
            assertThat(Stream.of(keys(name))
                            .flatMap(keys ->
                                    Stream.of(keys.apiKey(), keys.apiToken(), keys.secretKey(), keys.callbackSecret())))
                    .noneMatch(state::contains);
        }
        assertThat(Merchant.code(page.get("/sandbox/orders/" + ID + "?account=west")))
                .isEqualTo(404);
    }

    @Test
    void sandboxWithoutNamedAccountsShowsNoAccount() {
        try (Sandbox alone = Sandbox.start(SandboxOptions.defaults())) {
            Merchant merchant = new Merchant(alone);
            alone.pay(merchant.order(Merchant.NOWHERE));

            assertThat(merchant.get("/sandbox/state").body()).doesNotContain("\"account\"");
            assertThat(merchant.get("/sandbox/accounts").body()).isEqualTo("[]");
        }
    }

    @Test
    void accountsWithTheSameCredentialsAreRejectedWithoutShowingThem() {
        Keys north = Keys.random("mct-north");
        Keys twin = Keys.of("mct-twin", key -> key.equals("api-token") ? north.apiToken() : null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sandbox.start(
                        SandboxOptions.defaults().account("north", north).account("twin", twin)))
                .satisfies(e -> assertThat(e.getMessage())
                        .contains("API token", "mct-north", "mct-twin")
                        .doesNotContain(north.apiToken()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sandbox.start(
                        SandboxOptions.defaults().account("north", north).account("south", Keys.random("mct-north"))))
                .withMessageContaining("user id");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SandboxOptions.defaults().account("north", north).account("north", twin))
                .withMessageContaining("<north>");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SandboxOptions.defaults().account(SandboxOptions.UNNAMED, north))
                .withMessageContaining("<(unnamed)>");
    }

    @Test
    void tenThousandAccountsNeedNoThreadsOfTheirOwn() {
        Map<String, Keys> accounts = new LinkedHashMap<>();
        IntStream.range(0, 10_000).forEach(i -> accounts.put("account" + i, Keys.random("mct-" + i)));
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();

        try (Sandbox many = Sandbox.start(SandboxOptions.defaults().accounts(accounts))) {
            for (int i = 0; i < 10_000; i += 1_000) {
                new Merchant(many, many.account("account" + i).keys()).order(Merchant.NOWHERE);
            }

            // HTTP clients of this test have a thread each
            assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(threads + 100);
            assertThat(many.account("account9000").orders()).hasSize(1);
            assertThat(many.account("account9999").orders()).isEmpty();
        }
    }

    private Keys keys(String name) {
        return name.equals(SandboxOptions.UNNAMED)
                ? sandbox.keys()
                : sandbox.account(name).keys();
    }

    private Merchant merchant(String name) {
        return new Merchant(sandbox, keys(name));
    }

    private static String query(String name) {
        return name.equals(SandboxOptions.UNNAMED) ? "" : "?account=" + name;
    }

    private List<String> statuses() {
        return NAMES.stream().map(name -> merchant(name).status(ID)).toList();
    }

    private JsonObject list(String name, String target) {
        return Merchant.data(merchant(name).get(target));
    }

    private BigDecimal balance(String name) {
        return new BigDecimal(
                Merchant.data(merchant(name).get("/api/bln/balance")).getString("balance"));
    }

    private static Map<String, JsonValue> withoutTrace(HttpResponse<String> response) {
        Map<String, JsonValue> json =
                new LinkedHashMap<>(Merchant.parse(response).asJsonObject());
        json.remove("trace_id");
        return json;
    }

    private HttpResponse<String> signed(String target, String token, String secret) {
        String date = Instant.now().toString();
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + target))
                .header("API-Token", token)
                .header("Algorithm", "HMAC-SHA256")
                .header("Date", date)
                .header("Body-MD5", "")
                .header(
                        "Signature",
                        Signatures.hmac("HMAC-SHA256", secret, "HMAC-SHA256 | " + date + " | GET " + target))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
