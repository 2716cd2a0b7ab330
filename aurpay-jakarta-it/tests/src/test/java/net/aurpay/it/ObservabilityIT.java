package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.aurpay.it.otlp.ReceivedSpan;
import net.aurpay.it.sandbox.Fault;
import net.aurpay.it.sandbox.ReceivedRequest;
import net.aurpay.it.sandbox.SandboxOrder;
import net.aurpay.webhook.probe.ProbeRules;
import net.aurpay.webhook.probe.ProbeSeals;
import net.aurpay.webhook.probe.PublicProbe;
import net.aurpay.webhook.testing.SignedCallback;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the spans, counters and health checks that an operator sees of calls and callbacks. */
@Tag("liberty")
@ParameterizedClass(name = "MicroProfile 7.1: {0}")
@ValueSource(booleans = {true, false})
class ObservabilityIT {
    private static final int INTERNAL = 1;
    private static final int SERVER = 2;
    private static final int CLIENT = 3;

    private static ObservedServer server;

    private final boolean newest;

    /** MicroProfile Telemetry has counters since 2.0. */
    ObservabilityIT(boolean newest) {
        this.newest = newest;
    }

    @BeforeParameterizedClassInvocation
    static void start(boolean newest) throws IOException, InterruptedException {
        server = ObservedServer.start(newest);
    }

    @AfterParameterizedClassInvocation
    static void close() throws IOException {
        server.close();
    }

    @Test
    void spanOfACallIsBetweenTheServersOwnSpans() throws Exception {
        probe().call("cdi", "orders/cryptoCurrencies");

        ReceivedSpan call = server.span("OrderClient.cryptoCurrencies", "success");
        assertThat(call.kind()).isEqualTo(INTERNAL);
        assertThat(call.failed()).isFalse();
        assertThat(call.attributes())
                .containsEntry("aurpay.operation", "OrderClient.cryptoCurrencies")
                .containsEntry("aurpay.code", "0")
                .hasEntrySatisfying("aurpay.trace_id", id -> assertThat(id).matches("[0-9A-Z]{8}"))
                .hasSize(4);
        assertThat(parent(call).kind()).isEqualTo(SERVER);
        assertThat(children(call)).extracting(ReceivedSpan::kind).containsExactly((long) CLIENT);
    }

    @Test
    void callThatIsSentThreeTimesIsOneSpan() throws Exception {
        server.sandbox().faults().next(2, request -> request.target().equals("/api/withdraw/wallets"), Fault.html(503));

        probe().call("ejb", "wallets/wallets");

        server.span("WalletClient.wallets", "success");
        assertThat(server.sandbox().journal().requests())
                .extracting(ReceivedRequest::target)
                .filteredOn("/api/withdraw/wallets"::equals)
                .hasSize(3);
        assertThat(server.spans("WalletClient.wallets")).hasSize(1);
        awaitCount("aurpay.client.calls{aurpay.code=0, aurpay.operation=WalletClient.wallets,"
                + " aurpay.outcome=success} {call}");
    }

    @Test
    void callOfAMerchantIsOneSpan() throws Exception {
        probe().callAs(server.sandbox().keys(), "orders/transactions", Probe.record(Map.of()));

        server.span("OrderClient.transactions", "success");
        assertThat(server.spans("OrderClient.transactions")).hasSize(1);
    }

    @Test
    void callsOfConfiguredAccountsHaveTheNameAndThoseOfStoredAccountsDoNot() throws Exception {
        callOf("north", "orders/orders", "[{}]");
        callOf("stored", "orders/fiatCurrencies", "[]");

        ShopProbe.await("the span of the configured account", () -> server.spans("OrderClient.orders")
                .anyMatch(span -> "north".equals(span.attributes().get("aurpay.account"))));
        awaitCount("aurpay.client.calls{aurpay.account=north, aurpay.code=0, aurpay.operation=OrderClient.orders,"
                + " aurpay.outcome=success} {call}");
        assertThat(server.span("OrderClient.fiatCurrencies", "success").attributes())
                .doesNotContainKey("aurpay.account");
        awaitCount("aurpay.client.calls{aurpay.code=0, aurpay.operation=OrderClient.fiatCurrencies,"
                + " aurpay.outcome=success} {call}");
    }

    private static void callOf(String account, String operation, String arguments) {
        URI url = server.base(ObservedServer.SHOP).resolve("probe/accounts/of/" + account + "/" + operation);
        String response = probe().send(HttpRequest.newBuilder(url)
                        .POST(BodyPublishers.ofString(arguments))
                        .build())
                .body();
        assertThat(Probe.parse(response)).containsKey("result");
    }

    @Test
    void spanOfAFailureHasTheCodeAndWhetherTheCallTookEffect() throws Exception {
        probe().call(
                        "cdi",
                        "lightning/withdraw",
                        Probe.record(Map.of("lightningInvoices", "lnbc1", "amount", "123.45")));
        ReceivedSpan rejected = server.span("LightningClient.withdraw", "rejected");
        assertThat(rejected.failed()).isTrue();
        assertThat(rejected.attributes()).containsEntry("aurpay.code", "40005");
        assertThat(rejected.attributes().get("aurpay.trace_id")).matches("[0-9a-f]{8}");

        server.sandbox().faults().next(100, request -> request.target().equals("/api/contract/balance"), Fault.drop());
        probe().call("cdi", "wallets/selfCustodyBalances");
        server.sandbox().faults().clear();
        ReceivedSpan unavailable = server.span("WalletClient.selfCustodyBalances", "unavailable");
        assertThat(unavailable.attributes()).doesNotContainKey("aurpay.code");

        server.sandbox().faults().next(1, request -> request.target().contains("/refund/"), Fault.drop());
        probe().call("cdi", "orders/refund", "20240806071926000001");
        server.span("OrderClient.refund", "unknown");
    }

    @Test
    void callbackIsASpanWithOutcomeAndReason() throws Exception {
        SandboxOrder order = create("observed-reference");
        SignedCallback paid = callback(order);

        assertThat(send(paid)).isEqualTo(200);
        ReceivedSpan processed = server.span("callback succeeded", "processed");
        assertThat(processed.kind()).isEqualTo(INTERNAL);
        assertThat(parent(processed).kind()).isEqualTo(SERVER);
        assertThat(processed.attributes())
                .containsEntry("aurpay.kind", "succeeded")
                .hasSize(2);

        assertThat(send(paid)).isEqualTo(200);
        server.span("callback succeeded", "duplicate");

        assertThat(send(paid.signedWith(server.sandbox().keys().callbackToken(), "another-callback-secret")))
                .isEqualTo(401);
        ReceivedSpan forged = server.span("callback succeeded", "rejected");
        assertThat(forged.attributes()).containsEntry("aurpay.reason", "SIGNATURE_WRONG");
        assertThat(forged.failed()).isFalse();

        for (String attributes : List.of(
                "aurpay.kind=succeeded, aurpay.outcome=processed",
                "aurpay.kind=succeeded, aurpay.outcome=duplicate",
                "aurpay.kind=succeeded, aurpay.outcome=rejected, aurpay.reason=SIGNATURE_WRONG")) {
            awaitCount("aurpay.webhook.callbacks{" + attributes + "} {callback}");
        }
        if (newest) {
            ShopProbe.await(
                    "the gauge of the inbox in memory",
                    () -> server.receiver().counts().getOrDefault("aurpay.webhook.inbox{} {callback}", 0L) > 0);
        }
        assertNothingOf(order);
    }

    /** Checks that this library exports nothing of the order and its payment, and that nobody exports a secret. */
    private static void assertNothingOf(SandboxOrder order) {
        List<String> ours = Stream.concat(
                        server.receiver().spans().stream()
                                .filter(span -> span.scope().startsWith("aurpay."))
                                .map(ReceivedSpan::toString),
                        server.receiver().counts().keySet().stream().filter(count -> count.startsWith("aurpay.")))
                .toList();
        assertThat(ours).hasSizeGreaterThan(5);
        for (String figure : List.of(
                order.orderId(),
                order.amount().toPlainString(),
                order.vsPrice().toPlainString(),
                order.address(),
                "observed-reference",
                "payment=",
                "123.45")) {
            assertThat(ours).noneMatch(text -> text.contains(figure));
        }
        String raw = server.receiver().raw();
        // not by AssertJ's contains, which would print it
        assertThat(Sandboxes.secrets().filter(raw::contains)).isEmpty();
        assertThat(server.receiver().spans()).allSatisfy(span -> {
            if (span.scope().startsWith("aurpay.")) {
                assertThat(span.events()).isZero();
                assertThat(span.description()).isEmpty();
            }
        });
    }

    @Test
    void repeatedReadinessChecksAskAurpayOnce() {
        JsonObject ready = Probe.parse(health());
        for (int i = 1; i < 100; i++) {
            assertThat(health()).contains("aurpay");
        }

        assertThat(server.sandbox().journal().requests().stream()
                        .map(ReceivedRequest::target)
                        .filter("/api/order/pay/real-currency"::equals))
                .as("one request for each of three accounts with credentials in each of the two applications")
                .hasSize(6);
        assertThat(server.sandbox().journal().requests().stream()
                        .filter(request -> request.target().equals("/api/order/pay/real-currency"))
                        .map(request -> request.header("API-Token")))
                .doesNotContain(server.sandbox().accounts().get(2).keys().apiToken());
        List<JsonObject> checks = ready.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("name").equals("aurpay"))
                .toList();
        assertThat(checks).extracting(check -> check.getString("status")).containsExactlyInAnyOrder("UP", "DOWN");
        assertThat(checks).allSatisfy(check -> {
            JsonObject data = check.getJsonObject("data");
            assertThat(Math.abs(data.getInt("clock-difference"))).isLessThan(60_000);
            assertThat(data.getString("clock")).isEqualTo("right");
            assertThat(data.getString("outcome"))
                    .isEqualTo(check.getString("status").equals("UP") ? "success" : "AurpayException");
            assertThat(data.getInt("code", 0))
                    .isEqualTo(check.getString("status").equals("UP") ? 0 : 401);
            assertThat(data.getString("outcome.north")).isEqualTo("success");
            assertThat(data.get("outcome.south")).isEqualTo(data.get("outcome"));
            assertThat(data.get("code.south")).isEqualTo(data.get("code"));
            assertThat(data).doesNotContainKeys("outcome.bare", "outcome.stored");
        });
    }

    @Test
    void callbacksAreDocumented() {
        String document = server.probe(ObservedServer.SHOP)
                .get(URI.create("/openapi?format=JSON").toString())
                .body();
        OpenApiIT.assertUndocumented(document);
    }

    private static String health() {
        return server.probe(ObservedServer.SHOP).get("/health/ready").body();
    }

    private static SandboxOrder create(String reference) {
        String orderId = probe().send(
                        HttpRequest.newBuilder(server.base(ObservedServer.SHOP).resolve("probe/payments/" + reference))
                                .POST(BodyPublishers.noBody())
                                .build())
                .body();
        return server.sandbox().order(orderId);
    }

    private static SignedCallback callback(SandboxOrder order) {
        return SignedCallback.of(URI.create(String.valueOf(order.urls().callbackUrl())))
                .signedWith(
                        server.sandbox().keys().callbackToken(),
                        server.sandbox().keys().callbackSecret());
    }

    private static int send(SignedCallback callback) {
        return callback.sendTo(server.base(ObservedServer.SHOP).resolve("aurpay/callbacks"));
    }

    /** The application's own probe and a stranger's. The callback that follows shows that both were exported. */
    @Test
    void probeCountsAsNoCallback() throws Exception {
        URI application = server.base(ObservedServer.SHOP);
        List<String> headers = List.of("Date", "Callback-Token", "Signature");
        ProbeSeals seals = new ProbeSeals("", List.of(server.sandbox().keys().callbackSecret()));
        assertThat(new PublicProbe(
                                new ProbeRules(
                                        application.resolve("aurpay/callbacks").toString(), headers, Clock.systemUTC()),
                                seals)
                        .probe()
                        .isOk())
                .isTrue();
        assertThat(probe().get("aurpay/callbacks/probe").statusCode()).isEqualTo(401);

        assertThat(probe().get("aurpay/callbacks/timed-out").statusCode()).isEqualTo(401);

        server.span("callback timed-out", "rejected");
        awaitCount("aurpay.webhook.callbacks{aurpay.kind=timed-out, aurpay.outcome=rejected,"
                + " aurpay.reason=TOKEN_MISSING} {callback}");
        assertThat(server.receiver().spans()).noneMatch(span -> span.name().contains("callback probe"));
        assertThat(server.receiver().counts().keySet()).noneMatch(count -> count.contains("kind=probe"));
    }

    private void awaitCount(String count) throws InterruptedException {
        if (!newest) {
            return;
        }
        ShopProbe.await(count, () -> server.receiver().counts().containsKey(count));
        assertThat(server.receiver().counts()).containsEntry(count, 1L);
    }

    private static Probe probe() {
        return server.probe(ObservedServer.SHOP);
    }

    private static ReceivedSpan parent(ReceivedSpan span) throws InterruptedException {
        ShopProbe.await(
                "the parent of " + span, () -> all(span.parent()).findAny().isPresent());
        return all(span.parent()).findFirst().orElseThrow();
    }

    private static Stream<ReceivedSpan> all(String id) {
        return server.receiver().spans().stream().filter(span -> span.id().equals(id));
    }

    private static List<ReceivedSpan> children(ReceivedSpan span) {
        return server.receiver().spans().stream()
                .filter(child -> child.parent().equals(span.id()))
                .toList();
    }
}
